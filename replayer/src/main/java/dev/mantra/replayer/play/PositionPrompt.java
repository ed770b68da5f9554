package dev.mantra.replayer.play;

import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.replayer.NoSuchPositionException;
import dev.mantra.replayer.Timeline;
import java.io.IOException;

/** Asks for a position and goes there. */
final class PositionPrompt implements Prompt {

  private final PositionGrammar grammar;
  private final Timeline timeline;
  private final Playhead playhead;
  private final InputLine line = new InputLine(":");

  PositionPrompt(PositionGrammar grammar, Timeline timeline, Playhead playhead) {
    this.grammar = grammar;
    this.timeline = timeline;
    this.playhead = playhead;
  }

  @Override
  public InputLine line() {
    return line;
  }

  @Override
  public String changed() {
    return "";
  }

  @Override
  public String accepted() throws IOException {
    var text = line.text().strip();
    if (text.isEmpty()) {
      return "";
    }
    try {
      playhead.goTo(timeline.resolve(grammar.parse(text)));
      return "";
    } catch (IllegalArgumentException | NoSuchPositionException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public void cancelled() {}
}
