package dev.mantra.redactor;

import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Has the rules look through a plain text, and in turns the rules of a file in gitleaks' form, both
 * under RE2/J and behind the same search for words; prints MB/s of the thread's CPU time, one round
 * a line, at last the median of all but the first two. See {@code src/test/bench/README.md}.
 */
final class RulesBenchmark {
  private static final int PAGE = 1 << 14;
  private static final int ROUNDS = 7;
  private static final int WARM_UP = 2;

  /** Looks through a page and says how much was found. */
  private interface Search {
    int in(String page);
  }

  private RulesBenchmark() {}

  public static void main(String[] args) throws IOException {
    var text = Files.readString(Path.of(args[0]));
    var pages = pages(text);
    double size = text.length() / 1e6;
    var own = new PageDetector(new Detector(Rules.standard()));
    Search ours = page -> own.find(Page.of(page)).size();
    Search theirs = args.length > 1 ? gitleaks(Path.of(args[1])) : _ -> 0;
    var speeds = new double[2][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      speeds[0][round] = size / seconds(ours, pages);
      speeds[1][round] = size / seconds(theirs, pages);
      System.out.printf("%.1f %.1f%n", speeds[0][round], speeds[1][round]);
    }
    System.out.printf("median %.1f %.1f MB/s%n", median(speeds[0]), median(speeds[1]));
  }

  private static double seconds(Search search, List<String> pages) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    int found = 0;
    for (var page : pages) {
      found += search.in(page);
    }
    long time = threads.getCurrentThreadCpuTime() - start;
    System.out.print(found + " found, ");
    return time / 1e9;
  }

  /** What gitleaks does at least: all rules one of whose words stands in the page. */
  private static Search gitleaks(Path file) throws IOException {
    var words = new Keywords.Builder<Pattern>();
    for (var rule : new TomlMapper().readTree(file.toFile()).get("rules")) {
      if (rule.has("regex") && rule.has("keywords")) {
        var regex = Pattern.compile(rule.get("regex").asText());
        rule.get("keywords").forEach(word -> words.add(word.asText(), regex));
      }
    }
    var keywords = words.build();
    return page -> {
      Set<Pattern> tried = new LinkedHashSet<>();
      keywords.search(new Text(page), (_, _, rules) -> tried.addAll(rules));
      int found = 0;
      for (var rule : tried) {
        for (var matcher = rule.matcher(page); matcher.find(); ) {
          found++;
        }
      }
      return found;
    };
  }

  private static List<String> pages(String text) {
    List<String> pages = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', Math.min(text.length(), from + PAGE));
      int to = end < 0 ? text.length() : end + 1;
      pages.add(text.substring(from, to));
      from = to;
    }
    return pages;
  }

  private static double median(double[] rounds) {
    double[] warm = Arrays.copyOfRange(rounds, WARM_UP, rounds.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }
}
