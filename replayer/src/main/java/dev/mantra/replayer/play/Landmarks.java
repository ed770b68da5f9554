package dev.mantra.replayer.play;

import dev.mantra.replayer.Replay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a session's landmarks come from: its messages and its markers. */
@FunctionalInterface
public interface Landmarks {

  /** All of them, in the order of their times; always the same ones. */
  List<Landmark> all() throws IOException;

  /** Messages, each where its screen is to be looked at, and markers. */
  static Landmarks of(Replay replay) {
    return () -> {
      var all = new ArrayList<>(MessageLandmarks.of(replay));
      for (var mark : replay.timeline().marks()) {
        all.add(new Landmark(mark.at(), Landmark.Kind.MARKER, mark.label(), ""));
      }
      all.sort(Comparator.comparingLong(Landmark::at));
      return all;
    };
  }
}
