package dev.mantra.redactor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.redactor.Detector;
import dev.mantra.redactor.HashedValues;
import dev.mantra.redactor.Invented;
import dev.mantra.redactor.PageDetector;
import dev.mantra.redactor.Rules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveRedactionTest {
  private static final PageDetector DETECTOR = new PageDetector(new Detector(Rules.standard()));

  private final Invented invented = new Invented(31);
  private final String token = invented.codeHostToken();
  private final StringBuilder written = new StringBuilder();
  private final SessionHeader header =
      SessionHeader.builder(new SessionId("20261121T063022Z-bash-pb3cs2"), Instant.EPOCH, "test")
          .size(new WindowSize(80, 24))
          .command(List.of(Bytes.utf8("deploy"), Bytes.utf8("--token"), Bytes.utf8(token)))
          .build();

  private LiveRedaction live = live(List.of());
  private long now;

  @Test
  void aSecretThatIsWrittenInPiecesIsCoveredWhileItIsHeld() {
    show("$ export GH_TOKEN=" + token.substring(0, 9));
    show(token.substring(9, 20));
    release(0);
    show(token.substring(20) + "\r\n");
    release(live.held());
    assertHidden(token);
    assertTrue(written.toString().startsWith("$ export GH_TOKEN=[REDACTED:git"), written::toString);
  }

  @Test
  void halfALineIsLookedAt() {
    show("GH_TOKEN=" + token);
    release(1);
    assertHidden(token);
  }

  @Test
  void whatWasFoundOnceIsCoveredInAllThatComesLater() {
    show("GH_TOKEN=" + token + "\r\n");
    release(1);
    show("again, by itself: " + token.substring(4) + "\r\n");
    show("and more\r\n");
    release(2);
    assertHidden(token);
    assertTrue(written.toString().endsWith("and more\r\n"));
  }

  @Test
  void whatIsSecretInTheCommandIsCoveredInTheHeaderAndBehind() {
    assertFalse(live.header(header).toString().contains(token.substring(6)));
    show("deploying with " + token + "\r\n");
    release(1);
    assertHidden(token);
  }

  @Test
  void knownValuesAreCovered() {
    var password = invented.password();
    live = live(List.of(password));
    show("it says " + password + " in the middle of a line");
    release(1);
    assertHidden(password);
  }

  @Test
  void theLayoutStaysAndOtherEventsGoThroughInTheirOrder() {
    show("GH_TOKEN=" + token + "\r\n");
    live.take(new Event.Resize(1, new WindowSize(40, 10)));
    live.take(new Event.Marker(2, "with " + token));
    var released = live.release(3);
    assertEquals(
        ("GH_TOKEN=" + token + "\r\n").length(), ((Event.Output) released.get(0)).bytes().length());
    assertEquals(new Event.Resize(1, new WindowSize(40, 10)), released.get(1));
    assertEquals(new Event.Marker(2, "with [REDACTED:github-token#1]"), released.get(2));
    assertEquals(0, live.held());
  }

  private LiveRedaction live(List<String> known) {
    return new LiveRedaction(
        header, DETECTOR, new HashedValues(HashedValues.of("environment", known, new byte[8])));
  }

  private void show(String text) {
    live.take(new Event.Output(now++, Bytes.utf8(text)));
  }

  private void release(int count) {
    for (var event : live.release(count)) {
      written.append(((Event.Output) event).bytes().toUtf8());
    }
  }

  private void assertHidden(String secret) {
    for (int i = 4; i + 8 <= secret.length(); i++) {
      assertFalse(written.toString().contains(secret.substring(i, i + 8)), written::toString);
    }
  }
}
