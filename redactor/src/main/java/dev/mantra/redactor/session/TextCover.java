package dev.mantra.redactor.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which characters of one text are covered. */
final class TextCover {

  /** The characters {@code [start, end)}, of a secret. */
  record Stretch(int start, int end, int secret) {}

  private final List<Stretch> stretches = new ArrayList<>();

  void add(int start, int end, int secret) {
    stretches.add(new Stretch(start, end, secret));
  }

  /** The text with labels in place of secrets; parts of one that adjoin have one together. */
  String cover(String text, List<Secret> secrets) {
    stretches.sort(
        Comparator.comparingInt(Stretch::start)
            .thenComparing(Comparator.comparingInt(Stretch::end).reversed()));
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
