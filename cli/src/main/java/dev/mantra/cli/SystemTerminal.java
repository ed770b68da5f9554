package dev.mantra.cli;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal of this process, as JLine knows it. */
final class SystemTerminal {

  private SystemTerminal() {}

  /** Signals stay as they are: whoever takes the terminal over decides on them. */
  static Terminal open() throws IOException {
    return TerminalBuilder.builder()
        .system(true)
        .systemOutput(TerminalBuilder.SystemOutput.SysOut)
        .provider(TerminalBuilder.PROP_PROVIDER_FFM)
        .dumb(true)
        .nativeSignals(false)
        .build();
  }
}
