package dev.mantra.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineCollectorTest {
  private static final long MS = 1_000_000;

  private final List<DisplayedLine> lines = new ArrayList<>();
  private final LineCollector collector = new LineCollector(new Terminal(40, 5), lines::add);
  private long now;

  @Test
  void linesThatScrollByAreAllListedInOrder() {
    write("1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8");
    assertEquals(List.of("1", "2", "3", "4", "5", "6", "7", "8"), texts());
  }

  @Test
  void aListingKeepsItsEqualLines() {
    write("}\r\n}\r\n}\r\n}\r\n}\r\n}\r\n}\r\nend");
    assertEquals(List.of("}", "}", "}", "}", "}", "}", "}", "end"), texts());
  }

  @Test
  void aLineThatNeverEndsComesInParts() {
    write("0123456789".repeat(30_000));
    var texts = texts();
    assertEquals(300_000, texts.stream().mapToInt(String::length).sum());
    assertEquals(List.of(), texts.stream().filter(text -> text.length() > 70_000).toList());
  }

  @Test
  void aLineCountsWhenItStoodStill() {
    write("soon gone");
    pause(100);
    write("\r\033[Kstays");
    pause(250);
    write("\r\033[Klast");
    assertEquals(List.of("stays", "last"), texts());
  }

  @Test
  void theStatesOfASpinnerAreNotLines() {
    write("before\r\n");
    for (int i = 0; i < 100; i++) {
      write("\r\033[K" + "|/-\\".charAt(i % 4) + " working");
      pause(80);
    }
    write("\r\033[Kdone");
    assertEquals(List.of("before", "done"), texts());
  }

  @Test
  void aTickingClockIsOneLine() {
    for (int i = 0; i < 30; i++) {
      write("\r\033[KThinking (" + i + "s, esc to interrupt)");
      pause(1000);
    }
    assertEquals(List.of("Thinking (29s, esc to interrupt)"), texts());
  }

  @Test
  void aLineThatIsTypedIsOneLine() {
    for (char c : "$ git status".toCharArray()) {
      write(String.valueOf(c));
      pause(300);
    }
    assertEquals(List.of("$ git status"), texts());
  }

  @Test
  void theNextPromptIsALineOfItsOwnThoughItComesAtOnce() {
    write("$ ");
    pause(500);
    write("echo hi\r\nhi\r\n$ ");
    pause(500);
    write("pwd\r\n/\r\n$ ");
    pause(500);
    assertEquals(List.of("$ echo hi", "hi", "$ pwd", "/", "$"), texts());
  }

  @Test
  void theNextPromptIsALineOfItsOwnAlsoWhenTheOneBeforeHasScrolledOff() {
    write("ready\r\n$ ");
    pause(500);
    write("seq 6\r\n1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n$ ");
    pause(500);
    assertEquals(List.of("ready", "$ seq 6", "1", "2", "3", "4", "5", "6", "$"), texts());
  }

  @Test
  void aFullRepaintShowsNoNewLines() {
    String history = "1\r\n2\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7";
    write(history);
    pause(500);
    for (int i = 0; i < 5; i++) {
      write("\033[2J\033[3J\033[H" + history);
      pause(500);
    }
    write("\r\n8");
    assertEquals(List.of("1", "2", "2", "3", "4", "5", "6", "7", "8"), texts());
  }

  @Test
  void aLineThatWasClearedIsListedWithItsTimes() {
    write("secret of the first screen");
    pause(400);
    write("\033[2J\033[H");
    pause(400);
    collector.finish(now);
    DisplayedLine line = lines.getFirst();
    assertEquals(
        new DisplayedLine(0, "secret of the first screen", 0, 400 * MS, DisplayedLine.Place.WIPED),
        line);
  }

  @Test
  void theAlternateScreenIsListedToo() {
    write("$ less\r\n");
    pause(400);
    write("\033[?1049h\033[HPage one");
    pause(400);
    write("\033[HPage two");
    pause(400);
    write("\033[?1049l$ ");
    assertEquals(List.of("$ less", "Page one", "Page two", "$"), texts());
    assertEquals(DisplayedLine.Place.ALTERNATE, lines.get(1).place());
  }

  @Test
  void whatScrollsOutOfARegionIsListed() {
    write("top\r\n\r\n\r\n\r\nbottom\033[2;4r\033[2;1Ha\r\nb\r\nc\r\nd\r\ne");
    assertEquals(List.of("a", "b", "top", "c", "d", "e", "bottom"), texts());
    assertEquals(DisplayedLine.Place.SCROLL_REGION, lines.getFirst().place());
  }

  @Test
  void softWrappedRowsAreOneLine() {
    String longLine =
        "the quick brown fox jumps over the lazy dog and runs away from it as fast as it can";
    write(longLine + "\r\n1\r\n2\r\n3\r\n4\r\n5");
    assertEquals(List.of(longLine, "1", "2", "3", "4", "5"), texts());
  }

  @Test
  void aSoftWrappedLineIsOneLineWhileItScrollsOff() {
    String longLine =
        "the quick brown fox jumps over the lazy dog and runs away from it as fast as it can";
    write(longLine + "\r\n1\r\n2");
    pause(300);
    write("\r\n3");
    pause(300);
    write("\r\n4\r\n5\r\n6");
    assertEquals(List.of(longLine, "1", "2", "3", "4", "5", "6"), texts());
  }

  @Test
  void textWrappedInABoxIsJoined() {
    String box =
        """
        ╭──────────────────────╮
        │ Do you want to make  │
        │ this edit?           │
        │ ❯ 1. Yes             │
        ╰──────────────────────╯""";
    write(box.replace("\n", "\r\n"));
    pause(300);
    assertEquals(List.of("Do you want to make this edit?", "❯ 1. Yes"), texts());
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    collector.feed(bytes, 0, bytes.length, now);
  }

  private void pause(long millis) {
    now += millis * MS;
  }

  private List<String> texts() {
    collector.finish(now);
    return lines.stream()
        .sorted(Comparator.comparingLong(DisplayedLine::number))
        .map(DisplayedLine::text)
        .toList();
  }
}
