package dev.mantra.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Event;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class EventQueueOrderTest {

  @Property(tries = 50)
  void eventsComeOutInTheirOrderAndNeverBackInTime(@ForAll @Size(max = 50) List<Long> times)
      throws InterruptedException {
    var queue = new EventQueue();
    long latest = 0;
    var expected = new ArrayList<Event>();
    for (long at : times) {
      queue.add(new Event.Marker(at, "at " + at));
      latest = Math.max(latest, at);
      expected.add(new Event.Marker(latest, "at " + at));
    }
    queue.close();
    assertEquals(expected, queue.take());
  }
}
