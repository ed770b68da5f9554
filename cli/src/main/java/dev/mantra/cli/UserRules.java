package dev.mantra.cli;

import dev.mantra.redactor.InvalidRulesException;
import dev.mantra.redactor.Rules;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The user's own rules of redaction: a file beside the settings. */
final class UserRules {

  private static final String NAME = "redact.toml";

  private final Path file;

  private UserRules(Path file) {
    this.file = file;
  }

  static UserRules of(Settings settings) {
    return new UserRules(
        settings
            .folders()
            .config()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        ExitCode.IO,
                        "cannot tell where the rules are: HOME is not set; set HOME, or MANTRA_HOME to"
                            + " a folder for everything Mantra keeps"))
            .resolve(NAME));
  }

  Path file() {
    return file;
  }

  /** The file's text; empty when there is none. */
  String text() {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return "";
    } catch (CharacterCodingException e) {
      throw new CommandFailure(
          ExitCode.BAD_DATA, file + " is not in UTF-8; save it in that encoding", e);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.IO, "cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Adds a table, if the file is still one of rules then. */
  void add(String table) throws IOException {
    var before = text();
    var more = (before.isEmpty() || before.endsWith("\n") ? "" : "\n") + "\n" + table;
    try {
      new Rules.Builder().add(NAME, before + more);
    } catch (InvalidRulesException e) {
      throw new CommandFailure(ExitCode.BAD_DATA, String.valueOf(e.getMessage()), e);
    }
    var folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(
        file, more, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /** A text as TOML has it. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        default -> {
          if (c < 0x20 || c == 0x7F) {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
