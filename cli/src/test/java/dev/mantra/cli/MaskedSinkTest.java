package dev.mantra.cli;

import static dev.mantra.cli.TestSessions.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.recorder.Notices;
import dev.mantra.recorder.Sink;
import dev.mantra.redactor.Detector;
import dev.mantra.redactor.HashedValues;
import dev.mantra.redactor.PageDetector;
import dev.mantra.redactor.Rules;
import dev.mantra.redactor.session.LiveRedaction;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class MaskedSinkTest {

  private static final PageDetector DETECTOR =
      new PageDetector(new Detector(new Rules.Builder().build()));

  private final Collected collected = new Collected();
  private final MaskedSink masked = new MaskedSink(this::live, List.of(collected), new Notices());
  private final LiveRedaction live =
      new LiveRedaction(
          SessionHeader.builder(
                  new SessionId("20261121T063022Z-bash-pb3cs2"), Instant.EPOCH, "test")
              .size(new WindowSize(80, 24))
              .build(),
          DETECTOR,
          new HashedValues(List.of()));

  @Test
  void whatIsWrittenIsHeldForAQuarterOfASecondAtMost() throws Exception {
    masked.open();
    masked.write(new Event.Output(1, Bytes.utf8("GH_TOKEN=" + TOKEN.substring(0, 9))));
    masked.write(new Event.Output(2, Bytes.utf8(TOKEN.substring(9) + "\r\n")));
    assertEquals(List.of(), collected.events);
    long since = System.nanoTime();
    while (collected.events.size() < 2 && System.nanoTime() - since < 5_000_000_000L) {
      Thread.sleep(5);
    }
    // The machine may be busy; what is held on purpose is less.
    assertTrue(System.nanoTime() - since < 2_000_000_000L);
    assertFalse(text().contains(TOKEN.substring(4, 12)), text());
    masked.close();
  }

  @Test
  void theEndHandsEverythingOn() throws Exception {
    masked.open();
    for (int i = 0; i < 300; i++) {
      masked.write(new Event.Output(i, Bytes.utf8("line " + i + " " + TOKEN + "\r\n")));
    }
    masked.write(TestSessions.end(300, 0));
    assertEquals(301, collected.events.size());
    masked.close();
    assertTrue(collected.closed);
    assertFalse(text().contains(TOKEN.substring(4, 12)), text());
  }

  private LiveRedaction live() {
    return live;
  }

  private String text() {
    var text = new StringBuilder();
    for (var event : collected.events) {
      if (event instanceof Event.Output output) {
        text.append(output.bytes().toUtf8());
      }
    }
    return text.toString();
  }

  private static final class Collected implements Sink {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private boolean closed;

    @Override
    public void open() {}

    @Override
    public void write(Event event) throws IOException {
      events.add(event);
    }

    @Override
    public void force() {}

    @Override
    public void close() {
      closed = true;
    }

    @Override
    public void discard() {}
  }
}
