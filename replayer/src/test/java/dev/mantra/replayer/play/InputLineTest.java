package dev.mantra.replayer.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Bytes;
import org.junit.jupiter.api.Test;

class InputLineTest {

  private final InputLine line = new InputLine("/");

  /** What typing did last. */
  private InputLine.Outcome type(String keys) {
    var last = InputLine.Outcome.NOTHING;
    for (var key : new KeyDecoder().feed(Bytes.utf8(keys))) {
      last = line.press(key);
    }
    return last;
  }

  @Test
  void charactersAreInsertedAtTheCursor() {
    assertEquals(InputLine.Outcome.CHANGED, type("ac\033[Db界"));
    assertEquals(new InputLine.Typed("/", "ab界c", 3), line.typed());
    type("\033[H😀\033[C\033[F!");
    assertEquals("😀ab界c!", line.text());
  }

  @Test
  void charactersWordsAndTheWholeCanBeDeleted() {
    type("one two  three\177");
    assertEquals("one two  thre", line.text());
    type("\027");
    assertEquals("one two  ", line.text());
    type("\027");
    assertEquals("one ", line.text());
    type("\001\033[3~");
    assertEquals("ne ", line.text());
    type("\005\025");
    assertEquals(new InputLine.Typed("/", "", 0), line.typed());
  }

  @Test
  void deletingInAnEmptyLineEscapeAndCtrlCCancel() {
    assertEquals(InputLine.Outcome.CANCELLED, type("\177"));
    assertEquals(InputLine.Outcome.CANCELLED, type("\003"));
    assertEquals(InputLine.Outcome.CANCELLED, line.press(Key.Named.ESCAPE));
    assertEquals(InputLine.Outcome.CANCELLED, type("\007"));
  }

  @Test
  void returnAccepts() {
    assertEquals(InputLine.Outcome.ACCEPTED, type("a\r"));
    assertEquals(InputLine.Outcome.ACCEPTED, type("\n"));
    assertEquals("a", line.text());
  }

  @Test
  void ofAPasteTheFirstLineCounts() {
    line.press(new Key.Pasted("rm\t-rf\033[A\nq"));
    assertEquals("rm-rf[A", line.text());
  }

  @Test
  void aLineHasAnEnd() {
    type("x".repeat(2000));
    assertEquals(1000, line.text().length());
  }

  @Test
  void otherKeysDoNothing() {
    assertEquals(InputLine.Outcome.NOTHING, type("\020\033[A\033[5~"));
    assertEquals("", line.text());
  }
}
