package dev.mantra.redactor;

/**
 * What is given to a name, and whether it can be a secret: most of what is, is none.
 *
 * @param quoted whether it stands in quotation marks
 */
record AssignedValue(String value, boolean quoted) {

  /** Whether it is one, given to a name of some kind in some notation. */
  boolean isSecret(SecretName kind, Notation notation) {
    if (isElsewhere() || hasControls()) {
      return false;
    }
    if (quoted && isBetweenStrings()) {
      return false;
    }
    boolean random = Likeness.RANDOM.holds(value);
    if (notation == Notation.SENTENCE) {
      return value.length() >= 8 && !isAssignment() && (random || isPassphrase()) && hasDigit();
    }
    if (value.indexOf(' ') >= 0 && !quoted) {
      return false;
    }
    if (!quoted
        && ("{[".indexOf(value.charAt(0)) >= 0
            || isCall()
            || (notation == Notation.LOOSE && isCode()))) {
      return false;
    }
    return switch (kind) {
      case NONE -> false;
      case MAYBE -> random && value.length() >= 16 && value.indexOf(' ') < 0;
      case TOKEN ->
          value.indexOf(' ') < 0
              && (random
                  || (value.length() >= 8
                      && Likeness.STRONG.holds(value)
                      && hasDigit()
                      && (quoted || notation == Notation.DATA || isPassphrase())));
      case PASSWORD ->
          Likeness.STRONG.holds(value)
              && (value.indexOf(' ') < 0 || (hasDigit() && value.length() <= 40))
              && (notation == Notation.DATA || quoted || hasDigit());
    };
  }

  /** Whether it has line ends and the like, be it as escapes: what is quoted is a text. */
  private boolean hasControls() {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' '
          || (c == '\\' && i + 1 < value.length() && "nrtux0".indexOf(value.charAt(i + 1)) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** What stands between two strings of a program, in {@code "name=" + value + ";"}. */
  private boolean isBetweenStrings() {
    char first = value.charAt(0);
    char last = value.charAt(value.length() - 1);
    return " +.,)".indexOf(first) >= 0
        && " +,(".indexOf(last) >= 0
        && (first == ' ' || last == ' ' || first == last);
  }

  private boolean isAssignment() {
    int sign = value.indexOf('=');
    return sign > 0
        && sign < value.length() - 2
        && value
            .substring(0, sign)
            .chars()
            .allMatch(c -> c == '_' || c == '-' || Character.isLetter(c));
  }

  /** Words with hyphens and digits, as generators of passwords make them. */
  private boolean isPassphrase() {
    return value.chars().filter(c -> c == '-').count() >= 2
        && Character.isDigit(value.charAt(value.length() - 1));
  }

  private boolean hasDigit() {
    return value.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** Where the value is, and not what it is. */
  private boolean isElsewhere() {
    return value.contains("://")
        || value.startsWith("./")
        || value.startsWith("../")
        || value.startsWith("~/")
        || value.startsWith("@")
        || value.startsWith("\\\\")
        || (value.startsWith("/") && value.indexOf('/', 1) > 0 && !Likeness.RANDOM.holds(value));
  }

  /** A name or an expression of a program. */
  private boolean isCode() {
    if (value.charAt(0) == '(') {
      return true;
    }
    if (endOfName() < value.length()) {
      return false;
    }
    return value.indexOf('.') > 0
        ? !Likeness.RANDOM.holds(value)
        : Character.isLetter(value.charAt(0))
            && !Likeness.RANDOM.holds(value)
            && value.length() < 10;
  }

  /** A call of a program, or an element of something. */
  private boolean isCall() {
    int end = endOfName();
    return end > 0
        && end < value.length()
        && "([".indexOf(value.charAt(end)) >= 0
        && Character.isLetter(value.charAt(0));
  }

  /** The end of the name that a value begins with. */
  private int endOfName() {
    int i = 0;
    while (i < value.length()
        && (Words.isLetterOrDigit(value.charAt(i)) || "_.".indexOf(value.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }
}
