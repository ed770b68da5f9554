package dev.mantra.terminal;

/** What an OSC 133 sequence (FinalTerm shell integration) said of a row. */
public enum SemanticMark {
  NONE(0),
  /** {@code A}: a shell prompt begins here. */
  PROMPT(1),
  /** {@code B}: the user's command line begins here. */
  INPUT(2),
  /** {@code C}: the command's output begins here. */
  OUTPUT(3),
  /** {@code D}: the command ended here. */
  END(4);

  /** Written down in keyframes. */
  final int code;

  SemanticMark(int code) {
    this.code = code;
  }

  static SemanticMark of(int code) {
    return switch (code) {
      case 1 -> PROMPT;
      case 2 -> INPUT;
      case 3 -> OUTPUT;
      case 4 -> END;
      default -> NONE;
    };
  }
}
