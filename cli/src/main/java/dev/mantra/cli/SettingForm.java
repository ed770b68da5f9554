package dev.mantra.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the value of a setting is written; all values are kept as text in one canonical form. */
enum SettingForm {
  FOLDER("a path"),
  BOOLEAN("true or false"),
  SECONDS("a number of seconds above 0"),
  NUMBER("a number above 0"),
  KEY("a key like \"C-x\", \"^X\", \"F12\" or a single character"),
  COUNT("a whole number above 0"),
  SIZE("a size like 16M or 1.5 GB"),
  COMMANDS("a list of command names"),
  COLOR("auto, always or never"),
  REDACTION("show or record");

  private static final String COMMAND_NAME = "[A-Za-z0-9][A-Za-z0-9._+-]*";

  private static final List<String> REDACTIONS = List.of("show", "record");

  private final String description;

  SettingForm(String description) {
    this.description = description;
  }

  /** What an error says is expected. */
  String description() {
    return description;
  }

  /** The canonical text of a value; empty when it has not this form. Empty text unsets. */
  Optional<String> canonical(String text) {
    if (text.isEmpty()) {
      return Optional.of("");
    }
    return switch (this) {
      case FOLDER -> text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
      case BOOLEAN -> bool(text);
      case SECONDS -> Seconds.read(text).map(_ -> text);
      case NUMBER -> isPositive(text) ? Optional.of(text) : Optional.empty();
      case COUNT -> text.matches("[1-9][0-9]{0,17}") ? Optional.of(text) : Optional.empty();
      case SIZE -> ByteSize.read(text).map(_ -> text);
      case KEY -> KeyName.bytes(text).map(_ -> text);
      case COMMANDS -> commands(text);
      case COLOR -> color(text);
      case REDACTION -> Optional.of(text.toLowerCase(Locale.ROOT)).filter(REDACTIONS::contains);
    };
  }

  private static Optional<String> bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> Optional.of("true");
      case "false", "0", "no", "off" -> Optional.of("false");
      default -> Optional.empty();
    };
  }

  private static boolean isPositive(String text) {
    try {
      double number = Double.parseDouble(text);
      return number > 0 && !Double.isInfinite(number);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Optional<String> commands(String text) {
    var names = words(text);
    return names.stream().allMatch(name -> name.matches(COMMAND_NAME))
        ? Optional.of(names.stream().distinct().collect(Collectors.joining(" ")))
        : Optional.empty();
  }

  private static Optional<String> color(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(ColorChoice.values())
        .map(ColorChoice::toString)
        .filter(lower::equals)
        .findFirst();
  }

  static List<String> words(String text) {
    return Arrays.stream(text.split("[ ,\t\n]+")).filter(word -> !word.isEmpty()).toList();
  }
}
