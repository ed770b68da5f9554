package dev.mantra.formats.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.conversation.TypedLine.Accuracy;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TypedLinesTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void aLineHasTheTimeOfEnter() {
    var lines = new ArrayList<TypedLine>();
    var typed = new TypedLines(lines::add);
    typed.accept(new Event.Input(SECOND, Bytes.utf8("he")));
    typed.accept(new Event.Input(2 * SECOND, Bytes.utf8("llo")));
    assertFalse(typed.isIdle());
    typed.accept(new Event.Input(3 * SECOND, Bytes.utf8("\r")));
    assertEquals(List.of(new TypedLine(3 * SECOND, "hello", Accuracy.EXACT)), lines);
    assertTrue(typed.isIdle());
  }

  @Test
  void linesAreCorrected() {
    assertEquals("hello", line("hallo^[D^[D^[D^[D^[3~e"));
    assertEquals("hello", line("halo\u007f\u007f\u007fello"));
    assertEquals("hello", line("hez\bllo"));
    assertEquals("world", line("hello \u0015world"));
    assertEquals("hello world", line("hello word\u0017world"));
    assertEquals("one three", line("one two^\u007fthree"));
    assertEquals("abc", line("bc\u0001a"));
    assertEquals("xabcy", line("b^[Ha^[Fc\u0001x^[4~y"));
    assertEquals("one", line("one two\u0001^f\u000b"));
    assertEquals("two", line("one two\u0001^d\u0004"));
    assertEquals("new", line("old\u0003new"));
  }

  @Test
  void aCharacterOfAnyLengthIsOne() {
    assertEquals("na\u00efve \u9727 \ud83d\udea2", line("na\u00efve \u9727 \ud83d\udea2x\u007f"));
    assertEquals("a", line("a\ud83d\udea2\u007f"));
  }

  @Test
  void aPasteMayHaveSeveralLines() {
    assertEquals("see:\none\n\ttwo!", line("see:^[200~\rone\r\n\ttwo^[201~!"));
    assertEquals("ab", line("^[200~a^[Ab^[201~"));
  }

  @Test
  void keysThatBeginANewLineDoNotSendIt() {
    assertEquals("a\nb", line("a\nb"));
    assertEquals("a\nb", line("a\\\rb"));
    assertEquals("a\nb", line("a^\rb"));
    assertEquals("a\nb", line("a^[13;2ub"));
    assertEquals("a\nb", line("a^[27;2;13~b"));
  }

  @Test
  void modernKeyboardsSendEnterAndCharactersAsSequences() {
    assertEquals("hi", typed("hi^[13u").getFirst().text());
    assertEquals("hi", typed("hi^[13;1:1u^[13;1:3u").getFirst().text());
    assertEquals("hi", typed("hi^[27;1;13~").getFirst().text());
    assertEquals("hi", typed("hi^OM").getFirst().text());
    assertEquals("aB!", line("^[97u^[98:66;2u^[49;2;33u"));
    assertEquals("A", line("^[27;2;65~"));
    assertEquals("new", line("old^[117;5unew"));
    assertEquals("a", line("a^[57441;2u"));
  }

  @Test
  void whatTheTerminalAnswersIsNotTyped() {
    var answers =
        "^[?1;2c^[3;1R^[?2026;2$y^P>|tmux 3.3a^\\^]11;rgb:1e1e/1e1e/1e1e\u0007^]10;rgb:ffff/ffff/ffff^\\"
            + "^[I^[O^[<0;12;7M^[<0;12;7m^[M !!^[32;5;6M^[?1u^[48;30;100;0;0t^_Gi=1;OK^\\";
    assertEquals("hello", line("hel" + answers + "lo" + answers));
    assertTrue(typed(answers).isEmpty());
  }

  @Test
  void keysThatLookLikeTheBeginningOfAnAnswerDoNotSwallowWhatFollows() {
    assertEquals("world", typed("^Phello\rworld\r").getFirst().text());
    var lines = new ArrayList<TypedLine>();
    var typed = new TypedLines(lines::add);
    typed.accept(new Event.Input(SECOND, Bytes.utf8("\u001bP")));
    typed.accept(new Event.Input(3 * SECOND, Bytes.utf8("hello\r")));
    assertEquals("hello", lines.getFirst().text());
  }

  @Test
  void escapeAloneIsAKey() {
    var lines = new ArrayList<TypedLine>();
    var typed = new TypedLines(lines::add);
    typed.accept(new Event.Input(SECOND, Bytes.utf8("\u001b")));
    typed.accept(new Event.Input(3 * SECOND, Bytes.utf8("[A]\r")));
    assertEquals("[A]", lines.getFirst().text());
  }

  @Test
  void escapeTwiceClearsTheLine() {
    var lines = new ArrayList<TypedLine>();
    var typed = new TypedLines(lines::add);
    int at = 1;
    for (var keys : List.of("old", "\u001b", "\u001b", "new\r")) {
      typed.accept(new Event.Input(at++ * SECOND, Bytes.utf8(keys)));
    }
    assertEquals(new TypedLine(4 * SECOND, "new", Accuracy.GUESSED), lines.getFirst());
  }

  @Test
  void whatMayHaveBeenChangedIsGuessed() {
    assertEquals(Accuracy.EXACT, typed("ls\r").getFirst().accuracy());
    assertEquals(Accuracy.GUESSED, typed("^[A\r").getFirst().accuracy());
    assertEquals(Accuracy.GUESSED, typed("cat rea\t\r").getFirst().accuracy());
    assertEquals(Accuracy.EXACT, typed("^[A\u0003ls\r").getFirst().accuracy());
  }

  @Test
  void enterAloneSendsNothing() {
    assertTrue(typed("\r\r^[13u").isEmpty());
  }

  @Test
  void ofAnEndlessLineTheBeginningIsKept() {
    var text = typed("x".repeat(1 << 20) + "\r").getFirst().text();
    assertEquals(TypedLines.MOST, text.length());
  }

  @Test
  void whatWasHiddenBreaksTheLine() {
    var lines = new ArrayList<Fact>();
    var facts = new Facts(lines::add);
    facts.accept(new Event.Input(1, Bytes.utf8("sud")));
    facts.accept(new Event.HiddenInput(2, 9));
    facts.accept(new Event.Input(3, Bytes.utf8("ls\r")));
    assertEquals(List.of(new TypedLine(3, "ls", Accuracy.EXACT)), lines);
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of(
            "a",
            "\u00e9",
            "\ud83d\udea2",
            " ",
            "\r",
            "\n",
            "\t",
            "\\",
            "\u007f",
            "\u0015",
            "\u0017",
            "\u0003",
            "^",
            "^[",
            "^[A",
            "^[C",
            "^[D",
            "^[3~",
            "^[200~",
            "^[201~",
            "^[13;2u",
            "^[13u",
            "^[97;1:3u",
            "^[M !!",
            "^P",
            "^\\",
            "^]1;",
            "\u0007",
            "^[I",
            "^O",
            "^OM",
            "~",
            ";",
            "9",
            "M")
        .list()
        .ofMaxSize(40)
        .map(keys -> String.join("", keys).replace('^', '\u001b'));
  }

  @Property
  void itDoesNotMatterWhereTheInputIsCut(
      @ForAll("keys") String keys, @ForAll List<Integer> lengths) {
    var bytes = Bytes.utf8(keys);
    var whole = lines(List.of(bytes));
    var pieces = new ArrayList<Bytes>();
    int at = 0;
    for (int length : lengths) {
      int size = Math.min(Math.floorMod(length, 4), bytes.length() - at);
      pieces.add(bytes.slice(at, size));
      at += size;
    }
    pieces.add(bytes.slice(at, bytes.length() - at));
    assertEquals(whole, lines(pieces));
  }

  @Property
  void noInputIsTooMuch(@ForAll byte[] bytes) {
    for (var line : lines(List.of(Bytes.wrap(bytes)))) {
      assertFalse(line.text().contains("\u001b"));
    }
  }

  private static String line(String keys) {
    var lines = typed(keys + "\r");
    assertEquals(1, lines.size(), lines.toString());
    return lines.getFirst().text();
  }

  private static List<TypedLine> typed(String keys) {
    return lines(List.of(Bytes.wrap(keys.replace('^', '\u001b').getBytes(StandardCharsets.UTF_8))));
  }

  private static List<TypedLine> lines(List<Bytes> pieces) {
    var lines = new ArrayList<TypedLine>();
    var typed = new TypedLines(lines::add);
    pieces.forEach(piece -> typed.accept(new Event.Input(SECOND, piece)));
    return lines;
  }
}
