package dev.mantra.redactor;

/** How sure a notation makes that what follows is a value and not more of a text or program. */
enum Notation {
  /** {@code NAME=value}, {@code --name value}, a tag, a header: the value stands as it is. */
  DATA,
  /** {@code name: value} or {@code name = value}: may be a program or a sentence. */
  LOOSE,
  /** {@code f("name", "value")}: only a quoted value counts. */
  CALL,
  /** {@code the name is value}. */
  SENTENCE
}
