package dev.mantra.redactor;

import dev.mantra.formats.workspace.ContentHash;
import dev.mantra.redactor.RuleFile.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All rules that are in force: Mantra's own, and those of the user's files. */
public final class Rules {

  private static final String OWN = "rules.toml";

  /** What of Mantra's own rules is reported: addresses and the like stand everywhere. */
  private static final Set<Group> REPORTED = EnumSet.of(Group.CREDENTIAL, Group.PERSONAL);

  /** To be raised when the same rules find something else. */
  private static final String PROGRAM = "8";

  /** The version of Mantra's own rules alone; RulesTest says what it has to be. */
  static final String STANDARD = "06eae0cb0e6ca2f137409e4391bacce7d87a52f5a56df24ff462939e87785617";

  private final List<Rule> rules;
  private final AllowList allowed;

  private Rules(List<Rule> rules, AllowList allowed) {
    this.rules = List.copyOf(rules);
    this.allowed = allowed;
  }

  /** Mantra's own rules for credentials and numbers of persons. */
  public static Rules standard() {
    return new Builder().build();
  }

  List<Rule> all() {
    return rules;
  }

  AllowList allowed() {
    return allowed;
  }

  /** The version of Mantra's own rules with those of these texts. */
  static String version(String added) {
    var text = own() + added + PROGRAM;
    return ContentHash.hex(ContentHash.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String own() {
    try (var in = Rules.class.getResourceAsStream(OWN)) {
      if (in == null) {
        throw new IllegalStateException(OWN + " is missing in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts Mantra's own rules and others together. */
  public static final class Builder {
    private final StringBuilder texts = new StringBuilder();
    private final List<Rule> added = new ArrayList<>();
    private final Set<String> disabled = new HashSet<>();
    private final AllowList.Builder allowed = new AllowList.Builder();
    private final List<HashedValue> hidden = new ArrayList<>();

    /**
     * Adds the rules of a file.
     *
     * @param name the file's, for messages
     */
    public Builder add(String name, String text) throws InvalidRulesException {
      texts.append(text);
      addAll(added, name, text);
      return this;
    }

    /** Values that people have said are secret. */
    public List<HashedValue> hidden() {
      return List.copyOf(hidden);
    }

    /**
     * The same for the same rules only, applied in the same way. Every start asks for it, and most
     * users have added nothing: then no rule is read for it.
     */
    public String version() {
      return texts.isEmpty() ? STANDARD : Rules.version(texts.toString());
    }

    public Rules build() {
      List<Rule> own = new ArrayList<>();
      try {
        addAll(own, OWN, own());
      } catch (InvalidRulesException e) {
        throw new IllegalStateException(e);
      }
      List<Rule> all = new ArrayList<>();
      for (var rule : own) {
        if (REPORTED.contains(rule.group()) && !disabled.contains(rule.id())) {
          all.add(rule);
        }
      }
      all.addAll(added);
      return new Rules(all, allowed.build());
    }

    private void addAll(List<Rule> to, String name, String text) throws InvalidRulesException {
      for (var table : RuleFile.read(name, text)) {
        switch (table.kind()) {
          case "token" -> to.add(token(name, table));
          case "pattern" -> to.add(pattern(name, table));
          case "word" -> to.add(word(name, table));
          case "allow" -> allowed.add(name, table, disabled);
          case "hide" -> hidden.add(hidden(name, table));
          default ->
              throw new InvalidRulesException(
                  name
                      + ": [["
                      + table.kind()
                      + "]] is not known; there are token, pattern, word, allow, hide");
        }
      }
    }

    private static TokenRule token(String name, Table table) throws InvalidRulesException {
      var starts = table.list("starts");
      if (starts.isEmpty() || starts.stream().anyMatch(start -> start.isBlank())) {
        throw problem(name, table, "'starts' is missing");
      }
      return new TokenRule(
          id(name, table),
          group(name, table),
          starts,
          regex(name, table, "body"),
          likeness(name, table),
          checksum(name, table));
    }

    private static PatternRule pattern(String name, Table table) throws InvalidRulesException {
      if (table.list("words").isEmpty()) {
        throw problem(name, table, "'words' is missing");
      }
      var source = table.text("find").orElse("");
      var secrets =
          List.of("secret", "quoted", "bare").stream()
              .filter(group -> source.contains("(?P<" + group + ">"))
              .toList();
      return new PatternRule(
          id(name, table),
          group(name, table),
          table.list("words"),
          table.list("with"),
          regex(name, table, "find"),
          secrets,
          likeness(name, table),
          checksum(name, table));
    }

    private static WordRule word(String name, Table table) throws InvalidRulesException {
      return new WordRule(
          id(name, table),
          group(name, table),
          regex(name, table, "form"),
          likeness(name, table),
          checksum(name, table));
    }

    private static HashedValue hidden(String name, Table table) throws InvalidRulesException {
      return table
          .text("value")
          .flatMap(HashedValue::parse)
          .orElseThrow(
              () -> problem(name, table, "'value' has to be one that 'mantra hide' has written"));
    }

    private static String id(String name, Table table) throws InvalidRulesException {
      return table
          .text("id")
          .filter(id -> id.matches("[a-z0-9-]{1,40}"))
          .orElseThrow(
              () -> problem(name, table, "'id' has to be small letters, digits and hyphens"));
    }

    private static Group group(String name, Table table) throws InvalidRulesException {
      var label = table.text("group").orElse("credential");
      return Group.named(label)
          .orElseThrow(() -> problem(name, table, "there is no group '" + label + "'"));
    }

    private static Regex regex(String name, Table table, String key) throws InvalidRulesException {
      var source = table.text(key).orElse("");
      if (source.isEmpty()) {
        throw problem(name, table, "'" + key + "' is missing");
      }
      if (!name.equals(OWN)) {
        var problem = Regex.problem(source);
        if (problem.isPresent()) {
          throw problem(name, table, "'" + key + "' is no usable expression: " + problem.get());
        }
      }
      return new Regex(source);
    }

    private static Likeness likeness(String name, Table table) throws InvalidRulesException {
      var label = table.text("value").orElse("any");
      return switch (label) {
        case "any" -> Likeness.ANY;
        case "strong" -> Likeness.STRONG;
        case "random" -> Likeness.RANDOM;
        case "base64pair" -> Likeness.BASE64PAIR;
        default -> throw problem(name, table, "there is no value '" + label + "'");
      };
    }

    private static Optional<Checksum> checksum(String name, Table table)
        throws InvalidRulesException {
      var label = table.text("check");
      if (label.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          Checksum.named(label.get())
              .orElseThrow(() -> problem(name, table, "there is no check '" + label.get() + "'")));
    }

    private static InvalidRulesException problem(String name, Table table, String what) {
      return new InvalidRulesException(
          name
              + ", [["
              + table.kind()
              + "]] "
              + table.text("id").orElse("without id")
              + ": "
              + what);
    }
  }
}
