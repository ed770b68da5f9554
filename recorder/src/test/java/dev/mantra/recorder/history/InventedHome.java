package dev.mantra.recorder.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A home of agents as {@code homes/homes.txt} composes it. */
record InventedHome(String name, Map<String, String> files) {

  /** All of them, in the order of the list. */
  static List<InventedHome> all() throws IOException {
    var homes = new ArrayList<InventedHome>();
    for (var line : resource("/homes/homes.txt").lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        var name = line.substring(1, line.length() - 1);
        homes.add(new InventedHome(name, new LinkedHashMap<>()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        var parts = line.split("\\s+", 2);
        homes.getLast().files.put(parts[0], parts[1]);
      }
    }
    return homes;
  }

  /** The lines of {@code homes/expected.tsv} that tell of one. */
  List<String> expected() throws IOException {
    return resource("/homes/expected.tsv")
        .lines()
        .filter(line -> line.startsWith(name + "\t"))
        .toList();
  }

  /** Puts the home into a folder. */
  void build(Path folder) throws IOException, SQLException {
    for (var file : files.entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      var source = file.getValue();
      if (source.endsWith(".sql")) {
        makeDatabase(path, resource("/transcripts/" + source));
      } else {
        Files.writeString(path, content(source));
      }
    }
  }

  /** The transcripts in which lines follow each other. */
  List<String> logs() {
    return files.keySet().stream().filter(path -> path.endsWith(".jsonl")).toList();
  }

  @Override
  public String toString() {
    return name;
  }

  private static String content(String source) throws IOException {
    return source.startsWith("= ")
        ? source.substring(2) + "\n"
        : resource("/transcripts/" + source);
  }

  private static void makeDatabase(Path file, String script) throws SQLException {
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = database.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  private static String resource(String name) throws IOException {
    try (var in = InventedHome.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
