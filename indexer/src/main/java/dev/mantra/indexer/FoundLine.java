package dev.mantra.indexer;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.terminal.DisplayedLine;
import java.util.Locale;

/**
 * A line, and where it is in its session.
 *
 * @param at the moment to go to for it, in nanoseconds since the session's start
 */
public record FoundLine(String text, long at, Place place) {

  /** What a line is part of. */
  public sealed interface Place {

    /** The message or step that it belongs to, as a position is written; empty before the first. */
    String step();

    /** What it is of: the screen, a kind of message, or a file's path. */
    String origin();

    private static String step(int message) {
      return message == 0 ? "" : Integer.toString(message);
    }

    /**
     * It was displayed.
     *
     * @param number counts the session's lines in the order in which they appeared
     * @param lastSeen when it was last on the screen
     * @param message the number of the last message by then; 0 before the first
     */
    record Displayed(long number, long lastSeen, int message) implements Place {
      @Override
      public String step() {
        return Place.step(message);
      }

      @Override
      public String origin() {
        return "screen";
      }
    }

    /**
     * It was said.
     *
     * @param number of the message or the step, as a position is written
     * @param line counts the lines of that from 0
     */
    record Said(String number, Entry.Kind kind, int line) implements Place {
      @Override
      public String step() {
        return number;
      }

      @Override
      public String origin() {
        return kind.name().toLowerCase(Locale.ROOT);
      }
    }

    /**
     * It is part of how a file of the workspace changed.
     *
     * @param message the number of the last message by then; 0 before the first
     * @param line counts the lines of the difference from 0; the path is one by itself
     */
    record Changed(FileEdit.Kind kind, String path, int message, int line) implements Place {
      @Override
      public String step() {
        return Place.step(message);
      }

      @Override
      public String origin() {
        return path;
      }
    }
  }

  public static FoundLine of(DisplayedLine line, Passages passages) {
    int message = passages.messageAt(line.firstSeen());
    return new FoundLine(
        line.text(),
        line.firstSeen(),
        new Place.Displayed(line.number(), line.lastSeen(), message));
  }

  public static FoundLine of(PassageLine line, Passages passages) {
    var passage = line.passage();
    var place =
        switch (passage) {
          case Passage.Said said -> new Place.Said(said.number(), said.kind(), line.number());
          case Passage.Changed changed ->
              new Place.Changed(
                  changed.kind(), changed.path(), passages.messageAt(changed.at()), line.number());
        };
    return new FoundLine(line.text(), passage.at(), place);
  }
}
