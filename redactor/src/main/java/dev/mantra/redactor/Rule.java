package dev.mantra.redactor;

import java.util.List;

/** A form that secrets have. */
sealed interface Rule permits TokenRule, PatternRule, WordRule {

  /** What is found is called so. */
  String id();

  Group group();

  /** Looks where one of its words stands in a text. */
  void look(Text text, int wordStart, int wordEnd, Candidates found);

  /** The words, in small letters, near which something of this form may stand. */
  List<String> words();
}
