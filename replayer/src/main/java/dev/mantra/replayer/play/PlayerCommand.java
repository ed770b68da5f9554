package dev.mantra.replayer.play;

/** What a key tells the player to do. */
sealed interface PlayerCommand {

  /** Back or forward by this many nanoseconds. */
  record Skip(long nanos) implements PlayerCommand {}

  /** Back or forward by this share of the whole. */
  record SkipPercent(int percent) implements PlayerCommand {}

  /** To this share of the whole. */
  record GoToPercent(int percent) implements PlayerCommand {}

  /** What needs no more than its name. */
  enum Simple implements PlayerCommand {
    TOGGLE_PAUSE,
    NEXT_FRAME,
    PREVIOUS_FRAME,
    NEXT_MESSAGE,
    PREVIOUS_MESSAGE,
    NEXT_PROMPT,
    PREVIOUS_PROMPT,
    FASTER,
    SLOWER,
    NORMAL_SPEED,
    TOGGLE_IDLE,
    TOGGLE_PANE,
    TOGGLE_HELP,
    ASK_SEARCH,
    NEXT_HIT,
    PREVIOUS_HIT,
    ASK_POSITION,
    CANCEL,
    REDRAW,
    SUSPEND,
    QUIT
  }
}
