package dev.mantra.replayer.play;

import dev.mantra.replayer.Timeline;
import java.io.IOException;
import java.util.List;

/** Where a session's landmarks come from: its messages, its markers, or both. */
@FunctionalInterface
public interface Landmarks {

  /** All of them, in the order of their times; always the same ones. */
  List<Landmark> all() throws IOException;

  /** A session's markers. */
  static Landmarks markers(Timeline timeline) {
    return () ->
        timeline.marks().stream()
            .map(mark -> new Landmark(mark.at(), Landmark.Kind.MARKER, mark.label(), ""))
            .toList();
  }
}
