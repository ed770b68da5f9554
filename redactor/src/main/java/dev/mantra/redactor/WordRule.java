package dev.mantra.redactor;

import java.util.List;
import java.util.Optional;

/** A secret that is a whole word of a certain form. */
record WordRule(String id, Group group, Regex form, Likeness value, Optional<Checksum> check)
    implements Rule {

  @Override
  public List<String> words() {
    return List.of();
  }

  @Override
  public void look(Text text, int wordStart, int wordEnd, Candidates found) {
    if (!form.mayMatchAt(text, wordStart)) {
      return;
    }
    var word = text.subSequence(wordStart, wordEnd);
    if (form.matcher(word).matches()
        && value.holds(word)
        && !Placeholder.isOne(word)
        && check.map(one -> one.holds(word)).orElse(true)) {
      found.add(this, Candidates.TOKEN, wordStart, wordEnd);
    }
  }
}
