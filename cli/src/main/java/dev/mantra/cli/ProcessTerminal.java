package dev.mantra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jline.terminal.TerminalBuilder;

/** The terminal of this very process. */
final class ProcessTerminal implements TerminalProbe {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private final Map<Stream, Boolean> terminals = new ConcurrentHashMap<>();

  @Override
  public boolean isTerminal(Stream stream) {
    return terminals.computeIfAbsent(stream, ProcessTerminal::look);
  }

  private static boolean look(Stream stream) {
    try {
      var target =
          Files.readSymbolicLink(DESCRIPTORS.resolve(Integer.toString(stream.descriptor())));
      var device = target.toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException e) {
      // Without /proc Java only tells whether input and output both are one.
      return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    }
  }

  @Override
  public OptionalInt columns() {
    try (var terminal =
        TerminalBuilder.builder()
            .system(true)
            .systemOutput(TerminalBuilder.SystemOutput.SysOut)
            .dumb(true)
            .provider(TerminalBuilder.PROP_PROVIDER_FFM)
            .build()) {
      int width = terminal.getWidth();
      return width > 0 ? OptionalInt.of(width) : OptionalInt.empty();
    } catch (IOException | IllegalStateException e) {
      return OptionalInt.empty();
    }
  }
}
