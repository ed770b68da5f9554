package dev.mantra.replayer;

import dev.mantra.formats.event.Event;
import dev.mantra.terminal.Keyframe;
import dev.mantra.terminal.Terminal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of a session: a terminal that follows the drawing, but stops before a
 * synchronised update until that is complete.
 *
 * <p>On the way from a keyframe to where one wants to be nobody looks, so only the drawing is made;
 * from the first look on, everything is done twice.
 */
final class Stage {

  /** So much is gone through without a look at most: it is kept until then. */
  private static final int MOST_HELD = 1 << 20;

  private final StartingPoint start;
  private final Drawing drawing;
  private @Nullable Follower follower;

  /** What was drawn and is not shown. */
  private final Deque<Event> held = new ArrayDeque<>();

  private int heldBytes;

  Stage(StartingPoint start) {
    this.start = start;
    this.drawing = new Drawing(start.terminal(), start.at());
  }

  /** Takes an event that changes the screen. */
  void take(Event event) {
    drawing.take(event);
    held.add(event);
    if (follower != null) {
      follower.show(held, drawing.visibleOffset(event.at()));
    } else if (event instanceof Event.Output output) {
      heldBytes += output.bytes().length();
      if (heldBytes > MOST_HELD) {
        shownAt(event.at());
      }
    }
  }

  /** The screen at a time, which is not before the last event. */
  Terminal shownAt(long at) {
    var following = follower == null ? follow(at) : follower;
    follower = following;
    following.show(held, drawing.visibleOffset(at));
    return following.terminal();
  }

  /** As {@link #shownAt}, but the terminal is the caller's: this stage takes no more. */
  Terminal lastAt(long at) {
    return drawing.isHalfDrawn(at) ? shownAt(at) : drawing.terminal();
  }

  /** When, after a time, more can be seen of what was taken already. */
  OptionalLong nextShown(long after) {
    return drawing.isHalfDrawn(after) ? OptionalLong.of(drawing.visibleAt()) : OptionalLong.empty();
  }

  private Follower follow(long at) {
    if (drawing.isHalfDrawn(at)) {
      return new Follower(start.others().get());
    }
    held.clear();
    return new Follower(Keyframe.restore(Keyframe.write(drawing.terminal())).orElseThrow());
  }

  /** The terminal that is shown. */
  private static final class Follower {
    private final Terminal terminal;
    private final Drawing.Input input;

    /** How many bytes of the first output that is held are shown. */
    private int shownOfFirst;

    Follower(Terminal terminal) {
      this.terminal = terminal;
      this.input = new Drawing.Input(terminal);
    }

    Terminal terminal() {
      return terminal;
    }

    /** Takes events up to an offset of the whole output, and the sizes that go with it. */
    void show(Deque<Event> events, long to) {
      for (var first = events.peek(); first != null; first = events.peek()) {
        if (first instanceof Event.Output output) {
          int left = output.bytes().length() - shownOfFirst;
          int length = (int) Math.min(left, to - terminal.offset());
          Drawing.feed(output.bytes().slice(shownOfFirst, length), input);
          shownOfFirst += length;
          if (length < left) {
            return;
          }
        } else {
          Drawing.draw(first, terminal, input);
        }
        events.remove();
        shownOfFirst = 0;
      }
    }
  }
}
