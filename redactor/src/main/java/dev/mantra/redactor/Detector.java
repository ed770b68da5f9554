package dev.mantra.redactor;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds secrets in text. May be used by several threads.
 *
 * <p>Any text is valid; time grows with its length and no faster.
 */
public final class Detector {

  /** What a keyword sets off. */
  private sealed interface Trigger {
    record OfRule(Rule rule) implements Trigger {}

    enum Special implements Trigger {
      NAME,
      ADDRESS,
      KEY_BLOCK,
      PRINTS_FILE,
      PRINTS_SECRET
    }
  }

  private static final int SHORTEST_WORD = 50;
  private static final int LONGEST_WORD = 120;

  private final Keywords<Trigger> keywords;
  private final List<WordRule> wordRules = new ArrayList<>();
  private final AllowList allowed;

  public Detector(Rules rules) {
    var words = new Keywords.Builder<Trigger>();
    for (var rule : rules.all()) {
      rule.words().stream().distinct().forEach(word -> words.add(word, new Trigger.OfRule(rule)));
      if (rule instanceof WordRule word) {
        wordRules.add(word);
      }
    }
    Assignment.WORDS.forEach(word -> words.add(word, Trigger.Special.NAME));
    PrintedSecret.FILES.forEach(word -> words.add(word, Trigger.Special.PRINTS_FILE));
    PrintedSecret.COMMANDS.forEach(word -> words.add(word, Trigger.Special.PRINTS_SECRET));
    words.add("://", Trigger.Special.ADDRESS);
    words.add("-----begin", Trigger.Special.KEY_BLOCK);
    words.add("---- begin", Trigger.Special.KEY_BLOCK);
    words.add("private-lines:", Trigger.Special.KEY_BLOCK);
    keywords = words.build();
    allowed = rules.allowed();
  }

  /** Finds what stands in a text as it is, without looking at it in any other way. */
  public List<Finding> find(String text) {
    return resolved(candidates(new Text(text)), text);
  }

  Candidates candidates(Text text) {
    var found = new Candidates();
    var assignment = new Assignment(text, found);
    var address = new UrlPassword(text, found);
    var keyBlock = new PrivateKeyBlock(text, found);
    var printed = new PrintedSecret(text, found);
    keywords.search(
        text,
        (start, end, triggers) -> {
          for (int i = 0; i < triggers.size(); i++) {
            switch (triggers.get(i)) {
              case Trigger.OfRule it -> it.rule().look(text, start, end, found);
              case Trigger.Special it -> {
                switch (it) {
                  case NAME -> assignment.look(start, end);
                  case ADDRESS -> address.look(end);
                  case KEY_BLOCK -> keyBlock.look(start, end);
                  case PRINTS_FILE -> printed.lookBehindFile(start, end);
                  case PRINTS_SECRET -> printed.lookBehindCommand(end);
                }
              }
            }
          }
        });
    words(text, found);
    return found;
  }

  boolean allows(String value) {
    return allowed.allows(value);
  }

  List<Finding> resolved(Candidates found, String text) {
    return found.resolved().stream()
        .filter(finding -> !allowed.allows(finding.value(text)))
        .toList();
  }

  /** Tries the rules for words on all that are long enough. */
  private void words(Text text, Candidates found) {
    int length = text.length();
    int start = 0;
    // looks at every fiftieth character first: a long word has one of them
    for (int probe = SHORTEST_WORD - 1; probe < length; probe = start + SHORTEST_WORD - 1) {
      int from = probe;
      while (from >= start && Words.isName(text.charAt(from))) {
        from--;
      }
      if (from >= start) {
        start = from + 1;
        continue;
      }
      int end = probe + 1;
      while (end < length && Words.isName(text.charAt(end))) {
        end++;
      }
      if (end - start <= LONGEST_WORD) {
        for (var rule : wordRules) {
          rule.look(text, start, end, found);
        }
      }
      start = end + 1;
    }
  }
}
