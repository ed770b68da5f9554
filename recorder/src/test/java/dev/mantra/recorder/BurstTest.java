package dev.mantra.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BurstTest {

  private static final long MILLISECOND = 1_000_000;

  @Test
  void piecesOfOneGoAreOneEvent() throws InterruptedException {
    assertEquals(
        List.of(output(5, "abcdef"), output(5 + 2 * MILLISECOND, "g")),
        taken(
            output(5, "ab"),
            output(6, ""),
            output(7, "cd"),
            output(5 + MILLISECOND, "ef"),
            output(5 + 2 * MILLISECOND, "g")));
  }

  @Test
  void whatComesBetweenKeepsItsPlace() throws InterruptedException {
    var events =
        List.of(output(1, "a"), new Event.Input(2, Bytes.utf8("k")), output(3, "b"), output(4, ""));
    assertEquals(
        List.of(events.get(0), events.get(1), output(3, "b")), taken(events.toArray(Event[]::new)));
  }

  /** Whatever the pieces are, no byte changes and no byte is a millisecond off. */
  @Property(tries = 300)
  void bytesStayAndTimesAreCloseEnough(
      @ForAll @Size(max = 40) List<@IntRange(max = 30_000) Integer> lengths,
      @ForAll @IntRange(max = 600_000) int apart)
      throws InterruptedException, IOException {
    var pieces = new ArrayList<Event>();
    var all = new ByteArrayOutputStream();
    for (int i = 0; i < lengths.size(); i++) {
      var bytes = new byte[lengths.get(i)];
      Arrays.fill(bytes, (byte) i);
      all.write(bytes);
      pieces.add(new Event.Output((long) i * apart, Bytes.wrap(bytes)));
    }
    var joined = new ByteArrayOutputStream();
    for (var event : taken(pieces.toArray(Event[]::new))) {
      var output = (Event.Output) event;
      output.bytes().writeTo(joined);
      assertTrue(output.bytes().length() <= 64 * 1024, "fits into a frame");
      for (int i = 0; i < output.bytes().length(); i++) {
        long late = (long) output.bytes().at(i) * apart - output.at();
        assertTrue(late >= 0 && late <= MILLISECOND, "off by " + late);
      }
    }
    assertEquals(Bytes.wrap(all.toByteArray()), Bytes.wrap(joined.toByteArray()));
  }

  private static List<Event> taken(Event... events) throws InterruptedException {
    var queue = new EventQueue();
    for (var event : events) {
      queue.add(event);
    }
    queue.close();
    return List.copyOf(queue.take());
  }

  private static Event.Output output(long at, String text) {
    return new Event.Output(at, Bytes.utf8(text));
  }
}
