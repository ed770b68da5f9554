package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummaryCodecTest {

  private static final Annotations NOTES =
      new Annotations(
          Optional.of("Ünïcode"),
          Set.of("tag"),
          List.of(new Annotations.Mark(7, "here")),
          List.of(new Annotations.Note(Instant.ofEpochSecond(-3, 5), "a remark")));

  private static SessionSummary summary(Annotations notes, boolean hasEnd) {
    return new SessionSummary(
        SampleSession.header(1),
        hasEnd ? SessionState.FINISHED : SessionState.INTERRUPTED,
        Duration.ofNanos(123_456_789),
        hasEnd ? Optional.of(SampleSession.end(123_456_789, List.of())) : Optional.empty(),
        4711,
        List.of("claude", "codex"),
        notes);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (var summary :
        List.of(summary(NOTES, true), summary(NOTES, false), summary(Annotations.NONE, true))) {
      assertEquals(Optional.of(summary), SummaryCodec.decode(SummaryCodec.encode(summary)));
    }
  }

  @Test
  void whatIsCutOffIsNone() {
    var bytes = SummaryCodec.encode(summary(NOTES, true));
    for (int length = 0; length < bytes.length(); length++) {
      assertEquals(Optional.empty(), SummaryCodec.decode(bytes.slice(0, length)));
    }
    assertEquals(Optional.empty(), SummaryCodec.decode(Bytes.utf8("nonsense")));
  }
}
