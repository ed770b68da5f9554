package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class PageDetectorTest {
  private final PageDetector detector = new PageDetector(new Detector(Rules.standard()));
  private final Invented invented = new Invented(11);

  @Test
  void aTokenThatIsCutAtTheEndOfALineIsFoundWhole() {
    var token = invented.codeHostToken();
    var page = "GITHUB_TOKEN=" + token.substring(0, 21) + "\n" + token.substring(21) + "\nPORT=1\n";
    assertTrue(values(page).contains(token));
  }

  @Test
  void aQuotedValueThatIsCutIsFoundWhole() {
    var value = invented.alphanumeric(36);
    var page = "\"apiToken\": \"" + value.substring(0, 10) + "\n" + value.substring(10) + "\",\n";
    assertTrue(values(page).contains(value));
  }

  @Test
  void aQuotedTokenThatIsCutIsFoundWholeThoughItsBeginningLooksLikeAShorterOne() {
    var token = "lin_" + "api_" + invented.alphanumeric(40);
    var page =
        "$ LINEAR='" + token.substring(0, 34) + "\n" + token.substring(34) + "' node run.js\n";
    assertTrue(values(page).contains(token));
  }

  @Test
  void aKeyThatIsMeantToBePublishedIsNoSecretThoughTheEdgeCutsIt() {
    var key = "pk" + "_live_" + invented.alphanumeric(34);
    for (int cut : new int[] {5, 12, 20, 35}) {
      var text = "stripe('" + key.substring(0, cut) + "\n" + key.substring(cut) + "')\n";
      var soft = new BitSet();
      soft.set(text.indexOf('\n'));
      assertEquals(List.of(), detector.find(new Page(text, soft, 0, true)), "cut at " + cut);
    }
  }

  @Test
  void theNextLineIsNoPartOfAWholeValue() {
    var token = invented.codeHostToken();
    assertEquals(List.of(token), distinct("GITHUB_TOKEN=" + token + "\nPORT=4766\n"));
  }

  @TestFactory
  Stream<DynamicTest> theNextLineIsNoPartOfAWholeValueThoughNoLineNearIsLonger() {
    return Stream.of(
            "      API_TOKEN: %s\n      TZ: UTC\n",
            "      access_token: %s\n      TZ: UTC\n",
            "      - API_TOKEN=%s\n      - DEBUG=0\n",
            "API_TOKEN=%s\nPORT=5096\n",
            "api.token = %s\nport = 5096\n",
            "-API_TOKEN=%s\n-PORT=5096\n",
            "+      API_TOKEN: %s\n+      TZ: UTC\n",
            "export API_TOKEN=%s\nexport PORT=5096\n",
            "API_TOKEN=%s\n$ ls\n",
            "API_TOKEN=%s\nanna@host:~/work$ ls\n",
            "\u2502 API_TOKEN=%s \u2502\n\u2502 PORT=5096" + " ".repeat(70) + "\u2502\n")
        .map(
            form ->
                DynamicTest.dynamicTest(
                    form,
                    () -> {
                      var value = "gh" + "p_" + invented.alphanumeric(64);
                      assertEquals(List.of(value), distinct(form.formatted(value)));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aValueThatIsCutIsFoundWholeThoughWhatFollowsMayBeTakenForAName() {
    return Stream.of(
            new String[] {"API_TOKEN=", "UG==", ""},
            new String[] {"access_token=", "ug=", " is used"},
            new String[] {"API_TOKEN: ", "R7PGH", ": denied"},
            new String[] {"API_TOKEN: ", "rpgh", ": denied"},
            new String[] {"- API_TOKEN: ", "Tz", ": denied"})
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each[0] + each[1] + each[2],
                    () -> {
                      var value = invented.alphanumeric(64);
                      var page = each[0] + value + "\n" + each[1] + each[2] + "\n";
                      assertTrue(values(page).contains(value + each[1]));
                    }));
  }

  @Test
  void anEntryIsPartOfWhatWasNoWholeSecretBefore() {
    var password = invented.alphanumeric(40) + "PA=5k";
    var page = "DATABASE_URL=postgres://app:" + password.replace("PA", "\nPA") + "@db.test/main\n";
    assertTrue(values(page).contains(password));
  }

  @Test
  void whatFollowsTheTerminalsEdgeIsPartOfTheValueThoughItLooksLikeAnEntry() {
    var before = "API_TOKEN=" + invented.alphanumeric(70);
    var page = before + "\nPORT=" + invented.alphanumeric(20) + "\n";
    var found = detector.find(new Page(page, new BitSet(), 80, true));
    assertTrue(found.stream().anyMatch(finding -> finding.end() == page.length() - 1));
  }

  @Test
  void aTokenInABoxIsFoundThroughTheBorders() {
    var token = invented.jwt();
    var page = boxed("please use " + token + " to go on", 40);
    assertTrue(values(page).contains(token));
  }

  @Test
  void aKeyInABoxIsFoundWhole() {
    var page = new StringBuilder();
    var key = invented.privateKey();
    key.lines().forEach(line -> page.append("\u2502 %-70s \u2502\n".formatted(line)));
    var lines = key.lines().toList();
    assertTrue(
        values(page.toString()).contains(String.join("", lines.subList(1, lines.size() - 1))));
  }

  @Test
  void anEdgeThatTheTerminalMadeIsNoEnd() {
    var value = invented.hex(40);
    var text = "client_secret=" + value.substring(0, 17) + "\n" + value.substring(17) + "\n";
    var soft = new BitSet();
    soft.set(text.indexOf('\n'));
    var found = detector.find(new Page(text, soft, 0, true));
    assertTrue(found.stream().anyMatch(finding -> finding.value(text).equals(value)));
  }

  @Test
  void textInJsonInJsonIsRead() {
    var value = invented.alphanumeric(30);
    var page =
        "{\"content\":\"{\\\"env\\\":\\\"A=1\\\\nAPI_TOKEN=" + value + "\\\\nB=2\\\\n\\\"}\"}\n";
    assertTrue(values(page).contains(value));
  }

  @Test
  void aKeyInJsonIsFoundThoughItsLinesAreEscapes() {
    var key = invented.privateKey();
    var found = values("{\"private_key\":\"" + key.replace("\n", "\\n") + "\"}\n");
    var lines = key.lines().toList();
    assertTrue(found.contains(String.join("", lines.subList(1, lines.size() - 1))));
  }

  private List<String> values(String page) {
    return detector.find(Page.of(page)).stream().map(finding -> finding.value(page)).toList();
  }

  private List<String> distinct(String page) {
    return values(page).stream().distinct().toList();
  }

  private static String boxed(String text, int width) {
    var box = new StringBuilder("\u256d" + "\u2500".repeat(width + 2) + "\u256e\n");
    for (int i = 0; i < text.length(); i += width) {
      var line = text.substring(i, Math.min(text.length(), i + width));
      box.append("\u2502 ")
          .append(line)
          .append(" ".repeat(width - line.length()))
          .append(" \u2502\n");
    }
    return box.append("\u2570" + "\u2500".repeat(width + 2) + "\u256f\n").toString();
  }
}
