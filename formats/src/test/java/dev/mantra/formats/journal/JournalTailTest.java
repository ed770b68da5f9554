package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTailTest {

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4000, 4096, 8192, 65_535, 65_536, 200_000, 3_000_000})
  void theLastFrameIsFoundWhateverStandsBeforeIt(int length) throws IOException {
    var bytes = SampleSession.randomBytes(new Random(length), length);
    var begun = List.<Event>of(new Event.Paused(1), new Event.Unknown(2, 99, bytes));
    var finished = new ArrayList<>(begun);
    finished.add(SampleSession.end(3, begun));
    for (var events : List.of(begun, finished)) {
      var folder = temp.resolve("journal" + events.size());
      var session = SampleSession.write(folder, SampleSession.header(1), events);
      var frames = session.frames();
      assertEquals(frames.getLast(), last(session.folder(), frames.getFirst()));
    }
  }

  @Test
  void aJournalOfNothingButItsHeaderEndsWithThat() throws IOException {
    var session = SampleSession.write(temp.resolve("journal"), SampleSession.header(1), List.of());
    var frames = session.frames();
    assertEquals(frames.getFirst(), last(session.folder(), frames.getFirst()));
  }

  @Test
  void framesShownInTheLastOutputAreNotTheLast() throws IOException {
    var header = SampleSession.header(2);
    var stranger = SampleSession.write(temp.resolve("stranger"), 3, 40_000);
    var begin = SampleSession.mixture(4, 40_000);
    begin.removeLast();
    var own = SampleSession.write(temp.resolve("own"), header, begin);
    for (var shown : List.of(stranger, own)) {
      var frames = shown.frames();
      int from = (int) frames.getFirst().position() - Integer.BYTES;
      int length = (int) frames.getLast().end() - from;
      var events = new ArrayList<>(begin);
      var picture = SampleSession.picture(shown.folder(), from, length);
      events.add(new Event.Output(begin.getLast().at() + 5, picture));
      var folder = temp.resolve("showing-" + shown.folder().getFileName());
      var showing = SampleSession.write(folder, header, events);
      var all = showing.frames();
      assertEquals(events.size() + 1, all.size());
      assertEquals(all.getLast(), last(folder, all.getFirst()));
      try (var patient = PatientSession.of(showing)) {
        // The search begins inside of the frame around the others.
        patient.cutAt((int) all.getLast().end());
        assertEquals(all.getLast(), last(folder, all.getFirst()));
      }
    }
  }

  @Test
  void aTornEndLeavesTheLastSoundFrame() throws IOException {
    try (var patient = PatientSession.admit(temp, 5)) {
      var frames = patient.frames;
      for (int i = frames.size() - 1; i > 1; i -= 7) {
        patient.cutAt((int) frames.get(i).end() - 1);
        assertEquals(frames.get(i - 1), last(patient.session.folder(), frames.getFirst()));
      }
    }
  }

  private static Frame last(Path folder, Frame first) throws IOException {
    try (var file = JournalFile.open(folder)) {
      return JournalTail.lastFrame(file, first);
    }
  }
}
