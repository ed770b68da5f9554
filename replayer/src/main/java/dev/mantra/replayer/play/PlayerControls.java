package dev.mantra.replayer.play;

import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.replayer.Replay;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what keys ask for, and knows what there is to show besides the recording. */
final class PlayerControls {

  private static final long SECOND = 1_000_000_000L;

  /** A landmark this close before the position is the one that was just gone to. */
  private static final long AT_LANDMARK = SECOND;

  private final Replay replay;
  private final Landmarks landmarks;
  private final Playhead playhead;
  private final Pace pace;
  private final PlayOptions options;
  private final Searcher searcher;
  private @Nullable List<Landmark> places;
  private @Nullable Prompt asking;
  private Dashboard.Panel panel = Dashboard.Panel.NONE;
  private Dashboard.Pane pane = Dashboard.Pane.NONE;
  private String message = "";

  /** What is left for the one who owns the terminal to do. */
  enum Outcome {
    STAY,
    REDRAW,
    SUSPEND,
    QUIT
  }

  PlayerControls(
      Replay replay, Landmarks landmarks, Playhead playhead, Pace pace, PlayOptions options) {
    this.replay = replay;
    this.landmarks = landmarks;
    this.playhead = playhead;
    this.pace = pace;
    this.options = options;
    this.searcher = new Searcher(replay);
  }

  Outcome press(Key key) throws IOException {
    var command = PlayerKeys.command(key);
    var prompt = asking;
    if (prompt != null && !command.equals(Optional.of(PlayerCommand.Simple.SUSPEND))) {
      type(prompt, key);
      return Outcome.STAY;
    }
    return command.isPresent() ? obey(command.get()) : Outcome.STAY;
  }

  /** What there is to show now. */
  Dashboard dashboard() throws IOException {
    return dashboard(message);
  }

  /** What there is to show now, with something else to say. */
  Dashboard dashboard(String said) throws IOException {
    long position = playhead.position();
    boolean moves = !playhead.isPaused();
    var state =
        moves
            ? Dashboard.State.PLAYING
            : playhead.isHeldAtEnd() ? Dashboard.State.END : Dashboard.State.PAUSED;
    return new Dashboard(
        state,
        moves ? position / SECOND * SECOND : position,
        replay.duration(),
        pace.speed(),
        pace.idleLimit(),
        options.title(),
        said,
        Optional.ofNullable(asking).map(prompt -> prompt.line().typed()),
        searcher.pattern(),
        panel,
        pane,
        landmarks(),
        reached(position));
  }

  private int reached(long position) throws IOException {
    int reached = -1;
    while (reached + 1 < landmarks().size() && landmarks().get(reached + 1).at() <= position) {
      reached++;
    }
    return reached;
  }

  private void type(Prompt prompt, Key key) throws IOException {
    switch (prompt.line().press(key)) {
      case NOTHING -> {}
      case CHANGED -> message = prompt.changed();
      case ACCEPTED -> {
        asking = null;
        message = prompt.accepted();
        playhead.release();
      }
      case CANCELLED -> {
        asking = null;
        message = "";
        prompt.cancelled();
        playhead.release();
      }
    }
  }

  private void ask(Prompt prompt) {
    playhead.hold();
    asking = prompt;
  }

  private Outcome obey(PlayerCommand command) throws IOException {
    message = "";
    if (panel == Dashboard.Panel.HELP) {
      panel = Dashboard.Panel.NONE;
      playhead.release();
      if (command == PlayerCommand.Simple.TOGGLE_HELP) {
        return Outcome.STAY;
      }
    }
    switch (command) {
      case PlayerCommand.Skip(long nanos) -> playhead.goTo(playhead.position() + nanos);
      case PlayerCommand.SkipPercent(int percent) ->
          playhead.goTo(playhead.position() + share(percent));
      case PlayerCommand.GoToPercent(int percent) -> playhead.goTo(share(percent));
      case PlayerCommand.Simple simple -> {
        return obeySimple(simple);
      }
    }
    return Outcome.STAY;
  }

  private Outcome obeySimple(PlayerCommand.Simple command) throws IOException {
    switch (command) {
      case TOGGLE_PAUSE -> {
        if (playhead.isPaused()) {
          playhead.resume();
        } else {
          playhead.pause();
        }
      }
      case NEXT_FRAME -> nextFrame();
      case PREVIOUS_FRAME -> previousFrame();
      case NEXT_MESSAGE -> next(messages(), "message or marker");
      case PREVIOUS_MESSAGE -> previous(messages(), "message or marker");
      case NEXT_PROMPT -> next(only(Landmark.Kind.PROMPT), Landmark.Kind.PROMPT.word());
      case PREVIOUS_PROMPT -> previous(only(Landmark.Kind.PROMPT), Landmark.Kind.PROMPT.word());
      case FASTER -> pace.faster();
      case SLOWER -> pace.slower();
      case NORMAL_SPEED -> pace.normalSpeed();
      case TOGGLE_IDLE -> {
        pace.toggleIdle();
        message =
            pace.idleLimit().isPresent() ? "long pauses are cut short" : "pauses are shown in full";
      }
      case TOGGLE_PANE ->
          pane = pane == Dashboard.Pane.NONE ? Dashboard.Pane.LANDMARKS : Dashboard.Pane.NONE;
      case TOGGLE_HELP -> {
        playhead.hold();
        panel = Dashboard.Panel.HELP;
      }
      case ASK_SEARCH -> ask(new SearchPrompt(searcher, playhead));
      case NEXT_HIT -> message = SearchPrompt.next(searcher, playhead);
      case PREVIOUS_HIT -> message = SearchPrompt.previous(searcher, playhead);
      case ASK_POSITION ->
          ask(new PositionPrompt(new PositionGrammar(options.zone()), replay.timeline(), playhead));
      case CANCEL -> {}
      case REDRAW -> {
        return Outcome.REDRAW;
      }
      case SUSPEND -> {
        return Outcome.SUSPEND;
      }
      case QUIT -> {
        return Outcome.QUIT;
      }
    }
    return Outcome.STAY;
  }

  private void nextFrame() throws IOException {
    playhead.pause();
    var next = replay.nextFrame(playhead.position());
    if (next.isPresent()) {
      playhead.goTo(next.getAsLong());
    } else {
      message = "no frame follows";
    }
  }

  /** The frame before the one that is shown, which may have been complete for a while. */
  private void previousFrame() throws IOException {
    playhead.pause();
    var shown = replay.previousFrame(playhead.position() + 1);
    var previous = shown.isPresent() ? replay.previousFrame(shown.getAsLong()) : shown;
    if (previous.isPresent()) {
      playhead.goTo(previous.getAsLong());
    } else {
      message = "no frame precedes";
    }
  }

  private List<Landmark> landmarks() throws IOException {
    if (places == null) {
      places = List.copyOf(landmarks.all());
    }
    return places;
  }

  /** What ] and [ go through: messages, or markers in a session that has none. */
  private List<Landmark> messages() throws IOException {
    var all = landmarks();
    var messages =
        all.stream().filter(landmark -> landmark.kind() != Landmark.Kind.MARKER).toList();
    return messages.isEmpty() ? all : messages;
  }

  private List<Landmark> only(Landmark.Kind kind) throws IOException {
    return landmarks().stream().filter(landmark -> landmark.kind() == kind).toList();
  }

  private void next(List<Landmark> all, String word) throws IOException {
    long position = playhead.position();
    for (var landmark : all) {
      if (landmark.at() > position) {
        playhead.goTo(landmark.at());
        return;
      }
    }
    message = none(all, word, "after this");
  }

  private void previous(List<Landmark> all, String word) throws IOException {
    long before = playhead.position() - (playhead.isPaused() ? 0 : AT_LANDMARK);
    for (var landmark : all.reversed()) {
      if (landmark.at() < before) {
        playhead.goTo(landmark.at());
        return;
      }
    }
    message = none(all, word, "before this");
  }

  private static String none(List<Landmark> all, String word, String where) {
    return "no " + word + " " + (all.isEmpty() ? "in this session" : where);
  }

  private long share(int percent) {
    long duration = replay.duration();
    return duration / 100 * percent + duration % 100 * percent / 100;
  }
}
