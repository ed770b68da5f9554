package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.formats.workspace.FilePatch;
import dev.mantra.formats.workspace.FilePatch.Form;
import dev.mantra.formats.workspace.GitName;
import dev.mantra.formats.workspace.GitPatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How many lines were added and removed in each file, as {@code git diff --stat} draws it. */
final class DiffStat {

  private static final int USUAL_WIDTH = 80;
  private static final int LONGEST_GRAPH = 40;
  private static final int LEAST_NAME = 10;

  private final Console console;

  private record Row(String name, String count, long added, long removed) {
    static Row of(FilePatch patch) {
      var difference = patch.difference();
      var name =
          difference.from().map(from -> GitName.of("", from) + " => ").orElse("")
              + GitName.of("", difference.path());
      var count =
          patch.missing().isPresent()
              ? "not captured: " + patch.missing().get()
              : patch.form() == Form.BINARY
                  ? "Bin"
                  : Long.toString(patch.added() + patch.removed());
      return new Row(name, SafeText.of(count), patch.added(), patch.removed());
    }
  }

  DiffStat(Console console) {
    this.console = console;
  }

  /** Returns how many changes are missing. */
  int print(List<DiffSection> sections, GitPatch patches) throws IOException {
    int missing = 0;
    for (var section : sections) {
      var rows = new ArrayList<Row>();
      for (var difference : section.differences()) {
        var patch = patches.of(difference);
        if (patch.isPresent()) {
          rows.add(Row.of(patch.get()));
          missing += patch.get().missing().isPresent() ? 1 : 0;
        }
      }
      if (!rows.isEmpty()) {
        if (section.message().isPresent()) {
          console.write(console.styled(Style.CYAN, DiffText.heading(section)));
        }
        print(rows);
      }
    }
    return missing;
  }

  private void print(List<Row> rows) throws IOException {
    int counts = rows.stream().mapToInt(row -> row.count.length()).max().orElse(0);
    int names = rows.stream().mapToInt(row -> row.name.length()).max().orElse(0);
    int width = console.width().orElse(USUAL_WIDTH);
    int name =
        Math.clamp(width - counts - LONGEST_GRAPH - 6, LEAST_NAME, Math.max(LEAST_NAME, names));
    long most = rows.stream().mapToLong(row -> row.added + row.removed).max().orElse(0);
    for (var row : rows) {
      console.write(
          " "
              + cut(row.name, name)
              + " | "
              + " ".repeat(counts - row.count.length())
              + row.count
              + graph(row, most));
    }
    console.write(" " + sum(rows));
  }

  private String graph(Row row, long most) {
    if (most == 0) {
      return "";
    }
    int added = share(row.added, most);
    int removed = share(row.removed, most);
    return " "
        + (added == 0 ? "" : console.styled(Style.GREEN, "+".repeat(added)))
        + (removed == 0 ? "" : console.styled(Style.RED, "-".repeat(removed)));
  }

  /** One sign for a line, or for some when there are many; never none for what there is. */
  private static int share(long lines, long most) {
    return (int) (most <= LONGEST_GRAPH ? lines : (lines * LONGEST_GRAPH + most - 1) / most);
  }

  /** The end of a path tells more than its beginning. */
  private static String cut(String name, int width) {
    return name.length() <= width
        ? name + " ".repeat(width - name.length())
        : "..." + name.substring(name.length() - width + 3);
  }

  private static String sum(List<Row> rows) {
    long added = rows.stream().mapToLong(Row::added).sum();
    long removed = rows.stream().mapToLong(Row::removed).sum();
    return (rows.size() == 1 ? "1 file changed" : rows.size() + " files changed")
        + (added == 0 ? "" : ", " + added + " insertion" + plural(added) + "(+)")
        + (removed == 0 ? "" : ", " + removed + " deletion" + plural(removed) + "(-)");
  }

  private static String plural(long count) {
    return count == 1 ? "" : "s";
  }
}
