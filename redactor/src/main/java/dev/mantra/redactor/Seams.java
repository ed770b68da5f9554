package dev.mantra.redactor;

import dev.mantra.redactor.Joins.Run;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides whether what was found in joined lines is one secret, or two things side by side. */
final class Seams {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern HEX = Pattern.compile("(?:0x)?[0-9a-fA-F]+");

  /** Lengths that keys and tokens usually have. */
  private static final Set<Integer> USUAL =
      Set.of(16, 20, 24, 32, 36, 40, 43, 44, 48, 52, 56, 64, 72, 80, 86, 88, 96, 128);

  private final Run run;
  private final List<Finding> alone;

  /**
   * @param alone what was found in the page without joining anything
   */
  Seams(Run run, List<Finding> alone) {
    this.run = run;
    this.alone = alone;
  }

  /** Whether a finding in the joined text goes over a seam, and rightly so. */
  boolean isOne(Finding finding) {
    boolean crosses = false;
    boolean sure = true;
    int first = 0;
    for (var seam : run.seams()) {
      if (finding.start() < seam.at() && seam.at() < finding.end()) {
        first = crosses ? first : seam.at();
        crosses = true;
        sure &= seam.sure();
      }
    }
    return crosses && (sure || (!isCompleteAt(first, finding) && goesOn(finding)));
  }

  /**
   * Whether the part before the seam was found to be a whole secret. It is none whose quote is only
   * closed behind the seam, though the beginning of a long secret often looks like a short one.
   */
  private boolean isCompleteAt(int seam, Finding finding) {
    int start = run.reading().origin(finding.start());
    int end = run.reading().origin(seam - 1) + 1;
    return !isQuoted(finding)
        && alone.stream()
            .filter(one -> one.start() == start && one.end() == end)
            .anyMatch(one -> hasForm(one) || !hasUsualForm(finding));
  }

  /** Whether it was found by a form of its own, and not by what stands around it. */
  private static boolean hasForm(Finding finding) {
    return !finding.rule().equals("secret") && !finding.rule().equals("password");
  }

  private boolean goesOn(Finding finding) {
    return hasForm(finding) || isQuoted(finding) || hasUsualForm(finding);
  }

  private boolean isQuoted(Finding finding) {
    var text = run.reading().text();
    int before = finding.start() - 1;
    return before >= 0
        && finding.end() < text.length()
        && "\"'`".indexOf(text.charAt(before)) >= 0
        && text.charAt(before) == text.charAt(finding.end());
  }

  private boolean hasUsualForm(Finding finding) {
    var value = finding.value(run.reading().text());
    return UUID.matcher(value).matches()
        || (USUAL.contains(value.length())
            && (HEX.matcher(value).matches() || Likeness.RANDOM.holds(value)))
        || (value.endsWith("=") && value.length() % 4 == 0);
  }
}
