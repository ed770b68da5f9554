package dev.mantra.cli;

import java.util.List;

/**
 * Understands the usual spellings of a command's arguments without the help of picocli, whose
 * loading would take longer than most commands.
 *
 * <p>Whatever else there is, it declines: help, abbreviations, errors. Picocli is the reference;
 * properties have both agree on what is understood here.
 */
final class PlainArguments {

  /** What the arguments mean to a command. Each method tells whether that is plain to see. */
  interface Target {

    /** An option without a value. */
    boolean flag(String option);

    boolean takesValue(String option);

    boolean set(String option, String value);

    /** A word that is no option, with what stands behind it. */
    Words word(String word, List<String> behind);

    /** All that stands behind two dashes. */
    boolean rest(List<String> words);
  }

  /** What becomes of a word that is no option. */
  enum Words {
    /** It was taken. */
    ONE,
    /** It was taken, and so was everything behind it. */
    ALL,
    /** It is for picocli to judge. */
    NONE
  }

  private final List<String> arguments;
  private final Target target;
  private int next;

  private PlainArguments(List<String> arguments, Target target) {
    this.arguments = arguments;
    this.target = target;
  }

  /** Whether all of the arguments, which follow the command's name, were understood. */
  static boolean read(List<String> arguments, Target target) {
    return new PlainArguments(arguments, target).run();
  }

  private boolean run() {
    while (next < arguments.size()) {
      var argument = arguments.get(next++);
      if (argument.equals("--")) {
        return target.rest(arguments.subList(next, arguments.size()));
      }
      if (argument.isEmpty() || argument.equals("-")) {
        return false;
      }
      if (argument.charAt(0) != '-') {
        var taken = target.word(argument, arguments.subList(next, arguments.size()));
        if (taken != Words.ONE) {
          return taken == Words.ALL;
        }
      } else if (!(argument.startsWith("--") ? longOption(argument) : shortOptions(argument))) {
        return false;
      }
    }
    return true;
  }

  private boolean longOption(String argument) {
    int equals = argument.indexOf('=');
    if (equals < 0) {
      return target.flag(argument) || (target.takesValue(argument) && value(argument));
    }
    var name = argument.substring(0, equals);
    var value = argument.substring(equals + 1);
    return target.takesValue(name) && !isOdd(value) && target.set(name, value);
  }

  /** {@code -q}, {@code -qv}, {@code -qt TITLE}, {@code -tTITLE}. */
  private boolean shortOptions(String argument) {
    for (int i = 1; i < argument.length(); i++) {
      var option = "-" + argument.charAt(i);
      if (target.takesValue(option)) {
        var attached = argument.substring(i + 1);
        return attached.isEmpty()
            ? value(option)
            : !isOdd(attached) && target.set(option, attached);
      }
      if (!target.flag(option)) {
        return false;
      }
    }
    return true;
  }

  private boolean value(String option) {
    if (next == arguments.size()) {
      return false;
    }
    var value = arguments.get(next++);
    return !isOdd(value) && target.set(option, value);
  }

  /** What looks like an option, or could be taken apart in another way, is for picocli to judge. */
  private static boolean isOdd(String value) {
    return value.isBlank() || value.charAt(0) == '-' || value.charAt(0) == '=';
  }
}
