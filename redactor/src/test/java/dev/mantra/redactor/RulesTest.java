package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class RulesTest {

  @Test
  void mantrasOwnRulesKeepTheLimitsThatUsersRulesHave() throws IOException, InvalidRulesException {
    for (var table : RuleFile.read("rules.toml", own())) {
      for (var key : new String[] {"body", "find", "form"}) {
        for (var source : table.list(key)) {
          assertEquals(Optional.empty(), Regex.problem(source), table.text("id").orElse(""));
        }
      }
    }
  }

  @Test
  void theVersionThatIsWrittenDownIsThatOfTheRules() {
    assertEquals(Rules.version(""), Rules.STANDARD);
  }

  @Test
  void anAddedRuleMakesAnotherVersion() throws InvalidRulesException {
    var none = new Rules.Builder().add("mine.toml", "");
    var one = new Rules.Builder().add("mine.toml", "[[allow]]\nrule = \"github-token\"\n");
    assertEquals(Rules.STANDARD, none.version());
    assertNotEquals(Rules.STANDARD, one.version());
  }

  @Test
  void eachRuleHasWordsInSmallLetters() {
    for (var rule : Rules.standard().all()) {
      assertTrue(rule instanceof WordRule || !rule.words().isEmpty(), rule.id());
      for (var word : rule.words()) {
        assertEquals(word.toLowerCase(java.util.Locale.ROOT), word, rule.id());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> aFileThatCannotBeUsedIsRefusedWithItsNameAndTheReason() {
    return Stream.of(
            new String[] {"[[token]\n", "mine.toml"},
            new String[] {"hide = [\"a\"]\n[[allow]]\nrule = \"jwt\"\n", "hide"},
            new String[] {"rule = \"jwt\"\n", "rule"},
            new String[] {"[[word]]\nid = \"x\"\nform = {a = \"b\"}\n", "form"},
            new String[] {"[[word]]\nid = \"x\"\nform = [[\"a\"]]\n", "form"},
            new String[] {"[[wrong]]\nid = \"x\"\n", "wrong"},
            new String[] {"[[token]]\nid = \"x\"\n", "starts"},
            new String[] {"[[token]]\nid = \"X Y\"\nstarts = [\"a\"]\nbody = \"b\"\n", "id"},
            new String[] {"[[pattern]]\nid = \"x\"\nwords = [\"a\"]\nfind = \"(\"\n", "find"},
            new String[] {"[[word]]\nid = \"x\"\nform = \"a\"\ncheck = \"none\"\n", "none"},
            new String[] {"[[word]]\nid = \"x\"\nform = \"a\"\ngroup = \"all\"\n", "all"},
            new String[] {"[[word]]\nid = \"x\"\nform = \"a\"\nvalue = \"odd\"\n", "odd"},
            new String[] {"[[word]]\nid = \"x\"\nform = \"(a{1,1000}){1,1000}\"\n", "repetitions"},
            new String[] {"[[allow]]\nform = \"[\"\n", "allow"})
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each[0].replace('\n', ' '),
                    () -> {
                      var failure =
                          assertThrows(
                              InvalidRulesException.class,
                              () -> new Rules.Builder().add("mine.toml", each[0]));
                      var message = String.valueOf(failure.getMessage());
                      assertTrue(message.startsWith("mine.toml"), message);
                      assertTrue(message.contains(each[1]), message);
                    }));
  }

  @Test
  void aRuleCanBeSwitchedOff() throws InvalidRulesException {
    var rules =
        new Rules.Builder().add("mine.toml", "[[allow]]\nrule = \"github-token\"\n").build();
    assertTrue(rules.all().stream().noneMatch(rule -> rule.id().equals("github-token")));
  }

  private static String own() throws IOException {
    try (var in = Rules.class.getResourceAsStream("rules.toml")) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
