package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

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
