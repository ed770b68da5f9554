package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.workspace.PathBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Does things to files, one after the other, none of which need be possible. */
final class Workload {

  private static final List<Bytes> NAMES =
      List.of(
          Bytes.utf8("a"),
          Bytes.utf8("b.txt"),
          Bytes.utf8("c d"),
          Bytes.utf8("\u00e9"),
          Bytes.wrap(new byte[] {'x', (byte) 0xff}),
          Bytes.utf8("e"));

  private static final List<String> MODES = List.of("rw-r--r--", "rwxr-xr-x", "rw-------");

  private final Path root;
  private final Random random;

  Workload(Path root, Random random) {
    this.root = root;
    this.random = random;
  }

  void step() throws IOException {
    try {
      switch (random.nextInt(12)) {
        case 0, 1 -> write(place(), text(), StandardOpenOption.TRUNCATE_EXISTING);
        case 2, 3 -> write(place(), "more " + random.nextInt(9) + "\n", StandardOpenOption.APPEND);
        case 4 -> edit(place());
        case 5 -> Files.move(place(), place());
        case 6 -> Files.move(place(), place(), StandardCopyOption.REPLACE_EXISTING);
        case 7 -> Files.delete(place());
        case 8 -> mode(place());
        case 9 -> Files.createSymbolicLink(place(), Path.of(random.nextInt(3) + "/nowhere"));
        case 10 -> Files.createDirectories(place());
        default -> deleteTree(place());
      }
    } catch (FileSystemException | UncheckedIOException e) {
      // Whatever stood in the way.
      return;
    }
  }

  private Path place() {
    var place = root;
    for (int depth = random.nextInt(3); depth >= 0; depth--) {
      place = PathBytes.below(place, NAMES.get(random.nextInt(NAMES.size())));
    }
    return place;
  }

  private String text() {
    return random.nextInt(8) == 0
        ? "binary\0" + random.nextInt()
        : ("line " + random.nextInt(5) + "\n").repeat(random.nextInt(60));
  }

  private static void write(Path file, String text, StandardOpenOption how) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
  }

  private void edit(Path file) throws IOException {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      var bytes = Files.readAllBytes(file);
      if (bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] = (byte) ('a' + random.nextInt(26));
        Files.write(file, bytes);
      }
    }
  }

  private void mode(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return;
    }
    boolean folder = Files.isDirectory(path);
    var mode = folder ? "rwxr-x---" : MODES.get(random.nextInt(MODES.size()));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static void deleteTree(Path tree) throws IOException {
    try (var all = Files.walk(tree)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
