package dev.mantra.redactor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a line that begins something of its own from one that goes on with a token: one more entry
 * of a list or of settings, written like the one before, or a prompt.
 */
final class FreshLine {
  private static final String LEAD = "(?<lead> *+[-+]? *+)";
  private static final String NAME = "(?<name>[A-Za-z_][A-Za-z0-9_.-]{0,63})";

  /** Behind a sign of equality something has to follow: base 64 ends with such signs. */
  private static final Pattern ENTRY =
      Pattern.compile(LEAD + NAME + "(?:(?<equals>=| = )(?=[\"']?[A-Za-z0-9/])|:(?: |$))");

  /** What the rest of a token hardly is, behind which a colon may stand in a sentence. */
  private static final Pattern WORDS =
      Pattern.compile("[A-Z]{2,}(?:_[A-Z]+)*|[a-z]{2,}(?:[_-][a-z]+)*");

  private static final Pattern PROMPT =
      Pattern.compile(
          "(?:[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9_.-]{1,64}[: ][^ ]{0,256} ?)?[$%#](?: |$)");

  private FreshLine() {}

  /**
   * Whether a line begins something of its own.
   *
   * @param before the line above, or where that one goes on with others, the first of them
   */
  static boolean isOne(String line, String before) {
    return hasSameMark(line, before)
        || isEntryLike(line, before)
        || PROMPT.matcher(line).lookingAt();
  }

  /** Whether both begin with one word: {@code -}, {@code +}, {@code export}. */
  private static boolean hasSameMark(String line, String before) {
    int start = indent(line);
    int end = line.indexOf(' ', start);
    return end > start && before.startsWith(line.substring(0, end + 1));
  }

  /**
   * Whether both name something in the same notation, and the one before a single word. Small
   * letters below a capital name may be the rest of a token.
   */
  private static boolean isEntryLike(String line, String before) {
    var entry = ENTRY.matcher(line);
    var model = ENTRY.matcher(before);
    return entry.lookingAt()
        && model.lookingAt()
        && before.indexOf(' ', model.end()) < 0
        && entry.group("lead").equals(model.group("lead"))
        && hasEquals(entry) == hasEquals(model)
        && (hasEquals(entry) || WORDS.matcher(entry.group("name")).matches())
        && (isCapital(entry) || !isCapital(model));
  }

  private static boolean hasEquals(Matcher entry) {
    return entry.group("equals") != null;
  }

  private static boolean isCapital(Matcher entry) {
    return entry.group("name").chars().noneMatch(Character::isLowerCase);
  }

  private static int indent(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
