package dev.mantra.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The code {@code mantra init} prints. */
final class ShellFunctions {

  private ShellFunctions() {}

  static String of(Shell shell, List<String> commands) {
    var code = new StringBuilder(resource(shell));
    for (var command : commands) {
      // The word form of a definition is safe from an alias that has the same name.
      code.append(
          switch (shell) {
            case BASH, ZSH ->
                "function " + command + " { __mantra_record " + command + " \"$@\"; }\n";
            case FISH ->
                "function "
                    + command
                    + " --wraps "
                    + command
                    + "; __mantra_record "
                    + command
                    + " $argv; end\n";
          });
    }
    return code.toString();
  }

  private static String resource(Shell shell) {
    var name = shell == Shell.FISH ? "init.fish" : "init.sh";
    try (var in = ShellFunctions.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
