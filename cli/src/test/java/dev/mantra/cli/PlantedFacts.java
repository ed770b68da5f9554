package dev.mantra.cli;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Sessions made up from a seed, with facts planted in them in all the ways in which something can
 * be displayed, said or changed; and what was never displayed.
 */
final class PlantedFacts {

  private static final long SECOND = 1_000_000_000L;

  /** Of the window that {@link TestSessions} says. */
  private static final int COLUMNS = 80;

  /** How a fact gets into a session. */
  enum Way {
    PLAIN,
    COLOURED,
    WRAPPED,
    REDRAWN,
    ALTERNATE_SCREEN,
    WIPED,
    SCROLL_REGION,
    CJK,
    PROMPT,
    REPLY,
    CALL,
    RESULT,
    FILE
  }

  /**
   * A fact and where it is.
   *
   * @param text stands nowhere else
   * @param second from which on it is there
   * @param number of the message or the step; of what was displayed or changed, the message before
   */
  record Fact(String text, Way way, String session, int second, String number) {}

  private final Random random;
  private final TestSessions sessions;
  private final List<Fact> facts = new ArrayList<>();
  private final List<String> neverSeen = new ArrayList<>();

  PlantedFacts(TestSessions sessions, long seed) {
    this.sessions = sessions;
    this.random = new Random(seed);
  }

  List<Fact> facts() {
    return facts;
  }

  /** What went to the terminal, and could not be read there. */
  List<String> neverSeen() {
    return neverSeen;
  }

  /** Adds sessions in each of which each way is taken so many times. */
  void plant(int count, int timesEach) throws IOException {
    for (int i = 0; i < count; i++) {
      var id = String.format("202611%02dT%02d0000Z-claude-%s", 1 + i / 20, i % 20, word("bcdfgh"));
      sessions.add(id, header -> header, new Planting(id).events(timesEach));
    }
  }

  private String word(String letters) {
    var word = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  /** A word that no other fact has, nor a part of it. */
  private String token(Way way) {
    if (way == Way.CJK) {
      var text = new StringBuilder();
      for (int i = 0; i < 5; i++) {
        text.append((char) (0x4e00 + random.nextInt(0x5000)));
      }
      return text.toString();
    }
    return "q" + word("abcdefghijklmnoprstuvwxyz") + word("abcdefghijklmnoprstuvwxyz");
  }

  /** The making of one session. */
  private final class Planting {
    private final String id;
    private final List<Event> events = new ArrayList<>();
    private int second;
    private int message;
    private int step;

    Planting(String id) {
      this.id = id;
    }

    List<Event> events(int timesEach) {
      for (int i = 0; i < timesEach; i++) {
        for (var way : Way.values()) {
          second += 2;
          hide();
          plant(way);
        }
      }
      events.add(TestSessions.end((second + 2) * SECOND, 0));
      return events;
    }

    private void plant(Way way) {
      var text = token(way);
      int half = text.length() / 2;
      switch (way) {
        case PLAIN -> show("the " + text + " is here\r\n");
        case COLOURED ->
            show(
                "a \033[31m"
                    + text.substring(0, half)
                    + "\033[1;4m"
                    + text.substring(half)
                    + "\033[0m!\r\n");
        case WRAPPED -> show(". ".repeat(COLUMNS / 2 - 3) + text + " end\r\n");
        case REDRAWN -> redraw(text);
        case ALTERNATE_SCREEN -> {
          show("\033[?1049h\033[2J\033[5;9Hmenu " + text);
          event(second + 1, "\033[?1049l");
        }
        case WIPED -> {
          show("\033[H" + text + " goes\033[K\r\n");
          event(second + 1, "\033[2J\033[H");
        }
        case SCROLL_REGION -> {
          show("\033[3;6r\033[6;1H\n" + text + " scrolls\033[K\n\n\n\n\033[r\033[24;1H\n");
        }
        case CJK -> show("表示：" + text + "。\r\n");
        case PROMPT -> say(Kind.USER, text);
        case REPLY -> say(Kind.ASSISTANT, text);
        case CALL -> call(text, "fine");
        case RESULT -> call("ls", text);
        case FILE ->
            events.add(
                TestSessions.fileChange(
                    second * SECOND, "src/some.ts", "@@ -1 +1 @@\n-a\n+" + text + "\n"));
      }
      var number =
          switch (way) {
            case CALL, RESULT -> message + "." + step;
            default -> Integer.toString(message);
          };
      facts.add(new Fact(text, way, id, second, number));
    }

    private void redraw(String text) {
      show(text + " works");
      for (int i = 1; i <= 6; i++) {
        events.add(
            new Event.Output(
                second * SECOND + i * SECOND / 8, Bytes.utf8("\r\033[2K" + text + " works")));
      }
      event(second + 1, "\r\n");
    }

    private void say(Kind kind, String text) {
      message++;
      step = 0;
      events.add(
          TestMessages.of(second, "m" + second, kind, new Block.Text("why is\nthe " + text + "?")));
    }

    private void call(String argument, String output) {
      step++;
      var call = "c" + second;
      events.add(
          TestMessages.of(
              second,
              call,
              Kind.TOOL,
              new Block.Call(call, "Bash", "{\"command\":\"run " + argument + "\"}")));
      events.add(
          TestMessages.extended(
              second, call, new Block.Result(call, Outcome.DONE, output, OptionalInt.of(0))));
    }

    /** Titles, clipboards and what a terminal does not know are not displayed. */
    private void hide() {
      var text = token(Way.PLAIN);
      neverSeen.add(text);
      show(
          switch (random.nextInt(4)) {
            case 0 -> "\033]2;" + text + "\007";
            case 1 -> "\033]52;c;" + text + "\033\\";
            case 2 -> "\033P" + text + "\033\\";
            default -> "\033[?2026h" + text + "\r\033[2K\033[?2026l";
          });
    }

    private void show(String text) {
      event(second, text);
    }

    private void event(int at, String text) {
      events.add(new Event.Output(at * SECOND, Bytes.utf8(text)));
    }
  }

  /** A fact by what it says. */
  Optional<Fact> fact(String text) {
    return facts.stream().filter(fact -> fact.text().equals(text)).findFirst();
  }
}
