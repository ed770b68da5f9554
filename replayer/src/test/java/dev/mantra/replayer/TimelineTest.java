package dev.mantra.replayer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.Position;
import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Instant START = Instant.parse("2026-11-21T02:48:36Z");

  private static final SessionHeader HEADER =
      SessionHeader.builder(SessionId.of(START, "bash", 1), START, "mantra 0").build();

  private static final List<Timeline.Mark> MARKS =
      List.of(
          new Timeline.Mark(10 * SECOND, "first"),
          new Timeline.Mark(20 * SECOND, "twice"),
          new Timeline.Mark(30 * SECOND, "twice"));

  private final List<String> asked = new ArrayList<>();

  private Timeline timeline() {
    return timeline(100 * SECOND, MARKS, Said.conversation());
  }

  private Timeline timeline(long duration, List<Timeline.Mark> marks, Conversation conversation) {
    return new Timeline(
        HEADER,
        Duration.ofNanos(duration),
        new Moments() {
          @Override
          public List<Timeline.Mark> marks() {
            asked.add("marks");
            return marks;
          }

          @Override
          public Conversation conversation() {
            asked.add("messages");
            return conversation;
          }

          @Override
          public long shownAt(NumberedEntry entry) {
            return entry.at();
          }

          @Override
          public long completeAt(NumberedEntry entry) {
            return entry.at();
          }

          @Override
          public OptionalLong firstShown(Pattern regex) {
            asked.add("lines");
            return OptionalLong.empty();
          }
        });
  }

  private long resolve(String position) throws IOException, NoSuchPositionException {
    return timeline().resolve(new PositionGrammar(ZoneOffset.UTC).parse(position));
  }

  @ParameterizedTest
  @CsvSource({
    "start, 0",
    "end, 100",
    "0:42, 42",
    "9:99:99, 100",
    "50%, 50",
    "0%, 0",
    "100%, 100",
    "2026-11-21T02:48:36Z, 0",
    "2026-11-21T02:49:00Z, 24",
    "2026-11-21T02:50:16Z, 100",
    "marker:first, 10",
    "marker:twice, 20",
  })
  void positionsAreNanosecondsSinceTheStart(String position, long second) throws Exception {
    assertEquals(second * SECOND, resolve(position));
  }

  @Test
  void theSessionIsOnlyAskedForWhatAPositionNeeds() throws Exception {
    resolve("50%");
    assertEquals(List.of(), asked);
    resolve("marker:first");
    resolve("3");
    assertEquals(List.of("marks", "messages"), asked);
  }

  @Test
  void anUnknownMarkerIsAnsweredWithThoseThereAre() {
    var error = assertThrows(NoSuchPositionException.class, () -> resolve("marker:second"));
    assertEquals(
        "this session has no marker 'second'; it has 'first' at 0:10, 'twice' at 0:20,"
            + " 'twice' at 0:30",
        error.getMessage());
    var none = timeline(SECOND, List.of(), Said.conversation());
    var empty =
        assertThrows(
            NoSuchPositionException.class, () -> none.resolve(new Position.Marker("first")));
    assertTrue(String.valueOf(empty.getMessage()).contains("no markers at all"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21T02:48:35Z", "2026-11-21T02:50:17Z", "2020-01-01"})
  void aTimeBeforeOrAfterTheSessionIsAnsweredWithItsTimes(String time) {
    var error = assertThrows(NoSuchPositionException.class, () -> resolve(time));
    assertTrue(
        String.valueOf(error.getMessage())
            .endsWith("from 2026-11-21T02:48:36Z to 2026-11-21T02:50:16Z"),
        error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 4",
    "3, 5",
    "1.1, 2",
    "1.2, 3",
    "user:1, 1",
    "user:2, 5",
    "0.1, 0",
  })
  void messagesAndStepsAreFound(String position, long second) throws Exception {
    assertEquals(second * SECOND, resolve(position));
  }

  @ParameterizedTest
  @CsvSource({
    "4, there is no message 4: this session has 3 messages",
    "user:3, there is no user:3: this session has 2 prompts",
    "1.3, there is no 1.3: 2 steps behind message 1",
    "2.1, there is no 2.1: no steps behind message 2",
    "0.2, there is no 0.2: 1 step before message 1",
    "9.1, there is no message 9: this session has 3 messages",
    "/x/, no line of this session matches /x/",
  })
  void whatIsNotThereIsAnsweredWithWhatThereIs(String position, String reason) {
    var error = assertThrows(NoSuchPositionException.class, () -> resolve(position));
    assertEquals(reason, error.getMessage());
  }

  @Test
  void aSessionWithoutMessagesSaysSo() {
    var silent = timeline(SECOND, MARKS, Conversation.of(HEADER, List.of()));
    for (var position :
        List.of(new Position.Message(5), new Position.Prompt(3), new Position.Step(5, 2))) {
      var error = assertThrows(NoSuchPositionException.class, () -> silent.resolve(position));
      assertTrue(String.valueOf(error.getMessage()).contains("no messages; give a time"));
    }
  }

  @Property
  void everyPositionLiesInTheSession(
      @ForAll @LongRange(min = 0) long duration,
      @ForAll @DoubleRange(min = 0, max = 100) double percent,
      @ForAll @LongRange(min = 0) long offset)
      throws Exception {
    var timeline = timeline(duration, List.of(), Said.conversation());
    for (var position : List.of(new Position.Percent(percent), new Position.Offset(offset))) {
      long at = timeline.resolve(position);
      assertTrue(at >= 0 && at <= duration);
    }
  }
}
