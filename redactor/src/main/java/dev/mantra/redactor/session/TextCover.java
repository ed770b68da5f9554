package dev.mantra.redactor.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which characters of one text are covered: stretches in order, of which the first one counts. */
record TextCover(List<Stretch> stretches) {

  /**
   * The characters {@code [start, end)}, of a secret.
   *
   * @param index which character of the secret the first one is
   * @param of how many characters the secret has there
   */
  record Stretch(int start, int end, int secret, int index, int of) {}

  /** Puts stretches in order, which may overlap. */
  static TextCover of(List<Stretch> found) {
    var sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingInt(Stretch::start)
            .thenComparing(Comparator.comparingInt(Stretch::end).reversed()));
    return new TextCover(sorted);
  }

  TextCover {
    stretches = List.copyOf(stretches);
  }

  /** The text with labels in place of secrets; parts of one that adjoin have one together. */
  String cover(String text, List<Secret> secrets) {
    var out = new StringBuilder();
    int done = 0;
    int last = 0;
    for (var stretch : stretches) {
      if (stretch.end() <= done || stretch.end() > text.length()) {
        continue;
      }
      int start = Math.max(done, stretch.start());
      out.append(text, done, start);
      int secret = secrets.get(stretch.secret() - 1).number();
      if (start > done || last != secret || done == 0) {
        out.append(secrets.get(stretch.secret() - 1).label());
      }
      last = secret;
      done = stretch.end();
    }
    return out.append(text, done, text.length()).toString();
  }
}
