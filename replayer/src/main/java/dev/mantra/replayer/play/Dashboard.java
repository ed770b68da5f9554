package dev.mantra.replayer.play;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the player shows besides the recording.
 *
 * @param position in nanoseconds, rounded to what is shown of it
 * @param idleLimit the longest pause that is shown, where that is limited
 * @param message something to say instead of the usual; empty for nothing
 * @param input what is being typed at the bottom
 * @param search what is looked for and made to stand out
 * @param landmarks in the order of their times
 * @param reached the number of the last landmark that was reached; -1 before the first one
 */
record Dashboard(
    State state,
    long position,
    long duration,
    double speed,
    Optional<Duration> idleLimit,
    String title,
    String message,
    Optional<InputLine.Typed> input,
    Optional<Pattern> search,
    Panel panel,
    Pane pane,
    List<Landmark> landmarks,
    int reached) {

  /** What the player does. */
  enum State {
    PLAYING,
    PAUSED,
    END
  }

  /** What lies over the recording. */
  enum Panel {
    NONE,
    HELP
  }

  /** What stands beside the recording. */
  enum Pane {
    NONE,
    LANDMARKS
  }
}
