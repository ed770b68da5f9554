package dev.mantra.cli;

import dev.mantra.formats.event.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs {@code mantra} in this process, in a world that a test makes up. */
final class TestProgram {

  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private Set<TerminalProbe.Stream> terminals = Set.of();
  private int columns = 80;
  private String input = "";
  private Path folder;
  private @Nullable OutputStream stdout;

  /** What a run printed and ended with. */
  record Result(int status, String out, String err, Bytes bytes) {}

  TestProgram(Path home) {
    this.home = home;
    this.folder = home;
    environment.put("HOME", home.toString());
    environment.put("MANTRA_HOME", home.resolve("m").toString());
  }

  /** Whether the tests may call this program. */
  static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  /** Sets a variable; an empty value takes it away. */
  TestProgram with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  TestProgram in(Path workingFolder) {
    folder = workingFolder;
    return this;
  }

  TestProgram onTerminal(int width, TerminalProbe.Stream... streams) {
    columns = width;
    terminals = Set.of(streams);
    return this;
  }

  TestProgram typing(String text) {
    input = text;
    return this;
  }

  TestProgram writingTo(OutputStream out) {
    stdout = out;
    return this;
  }

  Path home() {
    return home;
  }

  Path sessions() {
    return home.resolve("m/data/sessions");
  }

  Result run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status = Main.run(List.of(arguments), surroundings(stdout == null ? out : stdout, err));
    return new Result(
        status,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8),
        Bytes.wrap(out.toByteArray()));
  }

  Settings settings() {
    return Settings.load(
        surroundings(OutputStream.nullOutputStream(), OutputStream.nullOutputStream()));
  }

  Call call() {
    var around = surroundings(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    return new Call(new Console(around), Settings.load(around));
  }

  Console console(OutputStream out, OutputStream err) {
    return new Console(surroundings(out, err));
  }

  private Surroundings surroundings(OutputStream out, OutputStream err) {
    var copy = new HashMap<>(environment);
    copy.values().removeIf(String::isEmpty);
    return new Surroundings(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        out,
        err,
        Map.copyOf(copy),
        folder,
        home.resolve("etc/config.toml"),
        InstantSource.fixed(NOW),
        () -> ZoneOffset.UTC,
        new Probe(terminals, columns));
  }

  private record Probe(Set<TerminalProbe.Stream> terminals, int width) implements TerminalProbe {
    @Override
    public boolean isTerminal(Stream stream) {
      return terminals.contains(stream);
    }

    @Override
    public OptionalInt columns() {
      return OptionalInt.of(width);
    }
  }
}
