package dev.mantra.recorder.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SnapshotTest {

  @Property
  void theDifferenceMakesTheLaterOfTheEarlier(
      @ForAll("folders") Map<String, Integer> before, @ForAll("folders") Map<String, Integer> now) {
    var difference = snapshot(before).diffTo(snapshot(now));
    var names = new HashSet<String>();
    difference.went().forEach(name -> names.add(name.toUtf8()));
    var made = new HashMap<>(before);
    made.keySet().removeAll(names);
    difference.came().forEach(name -> made.put(name.toUtf8(), now.get(name.toUtf8())));
    difference.changed().forEach(name -> made.put(name.toUtf8(), now.get(name.toUtf8())));
    assertEquals(now, made);
  }

  @Property
  void nothingIsDifferentFromItself(@ForAll("folders") Map<String, Integer> folder) {
    assertTrue(snapshot(folder).diffTo(snapshot(folder)).isEmpty());
  }

  @Provide
  Arbitrary<Map<String, Integer>> folders() {
    return Arbitraries.maps(
            Arbitraries.of("a", "b", "c", "d", "e"), Arbitraries.integers().between(1, 3))
        .ofMaxSize(5);
  }

  private static Snapshot snapshot(Map<String, Integer> folder) {
    var entries = new HashMap<Bytes, Stamp>();
    folder.forEach(
        (name, time) ->
            entries.put(
                Bytes.utf8(name), new Stamp(Stamp.Type.FILE, 0644, 1, time, time, 1, 1, 0)));
    return new Snapshot(entries);
  }
}
