package dev.mantra.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Everything a command may touch of the process it runs in, so that tests can be that process.
 *
 * @param folder the working folder
 * @param systemConfig the machine-wide configuration file
 * @param zone asked for only when a time is shown: looking it up costs start-up time
 */
record Surroundings(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> environment,
    Path folder,
    Path systemConfig,
    InstantSource clock,
    Supplier<ZoneId> zone,
    TerminalProbe terminal) {

  static Surroundings ofThisProcess() {
    return new Surroundings(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Path.of("/etc/mantra/config.toml"),
        InstantSource.system(),
        ZoneId::systemDefault,
        new ProcessTerminal());
  }

  /** The same at pipes. */
  Surroundings withoutTerminal() {
    return new Surroundings(
        in, out, err, environment, folder, systemConfig, clock, zone, TerminalProbe.NONE);
  }

  /** An environment variable; an empty one counts as not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
