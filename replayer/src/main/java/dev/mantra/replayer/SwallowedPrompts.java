package dev.mantra.replayer;

import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds texts that were typed while a menu or a question of the agent took the keys: its input
 * shows what is typed there, so what was never to be seen was no prompt.
 */
final class SwallowedPrompts {

  private static final long SECOND = 1_000_000_000L;

  /** Agents draw what is typed within this time, on a machine that is busy. */
  private static final long LONGEST_DELAY = SECOND;

  /** What Claude Code, Codex and Gemini CLI show in place of a long text that was pasted. */
  private static final String PASTED = "[Pasted ";

  private final Playback playback;

  SwallowedPrompts(Playback playback) {
    this.playback = playback;
  }

  /** The moments of those prompts that were never to be seen. */
  Set<Long> among(List<NumberedEntry> prompts) throws IOException {
    var swallowed = new HashSet<Long>();
    for (var prompt : prompts) {
      if (!isShown(prompt)) {
        swallowed.add(prompt.at());
      }
    }
    return swallowed;
  }

  private boolean isShown(NumberedEntry prompt) throws IOException {
    var words = ShownWords.firstOrLast(prompt.outline().text());
    if (words.isEmpty()) {
      return true;
    }
    playback.seek(prompt.at());
    var next = playback.nextEvent();
    while (!isOn(playback.terminal(), words)) {
      if (next.isEmpty() || next.getAsLong() > prompt.at() + LONGEST_DELAY) {
        return false;
      }
      playback.advanceTo(next.getAsLong());
      next = playback.nextEvent();
    }
    return true;
  }

  private static boolean isOn(Terminal terminal, ShownWords words) {
    if (words.areOn(terminal)) {
      return true;
    }
    for (int row = 0; row < terminal.rows(); row++) {
      if (terminal.line(row).text().contains(PASTED)) {
        return true;
      }
    }
    return false;
  }
}
