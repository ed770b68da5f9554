package dev.mantra.recorder.history;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.Totals;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Writes the entries of a conversation as a session's events.
 *
 * <p>The first megabytes are held back, so that the session's header can say what they tell: when
 * it began, in which folder, what it is called. In most conversations that is all there is.
 */
final class ConversationWriter {

  private static final long MOST_HELD = 2 << 20;

  private final JournalTarget target;
  private final Function<Beginning, SessionHeader> header;
  private final List<Placed> held = new ArrayList<>();
  private long heldSize;
  private boolean hasContent;
  private boolean begun;
  private Instant start = Instant.EPOCH;
  private long at;
  private Totals totals = Totals.NONE;

  /** What a conversation's first entries tell of it; its title is that of the last of them. */
  record Beginning(Instant start, Optional<String> folder, Optional<String> title) {}

  /**
   * @param header makes the session's header
   */
  ConversationWriter(JournalTarget target, Function<Beginning, SessionHeader> header) {
    this.target = target;
    this.header = header;
  }

  void add(Placed entry) throws IOException {
    hasContent |= entry.entry().kind().isSaid();
    if (begun) {
      write(entry);
      return;
    }
    held.add(entry);
    heldSize += entry.entry().size();
    if (hasContent && heldSize > MOST_HELD) {
      begin();
    }
  }

  /**
   * Writes what is left and the session's end.
   *
   * @return what the session holds; empty when there was nothing in it that anybody said
   */
  Optional<Totals> finish() throws IOException {
    if (!hasContent) {
      return Optional.empty();
    }
    if (!begun) {
      begin();
    }
    target.append(new Event.End(at, EndReason.IMPORTED, OptionalInt.empty(), totals));
    return Optional.of(totals);
  }

  private void begin() throws IOException {
    begun = true;
    var made = header.apply(beginning());
    start = made.startedAt();
    target.begin(made);
    for (var entry : held) {
      write(entry);
    }
    held.clear();
  }

  private void write(Placed placed) throws IOException {
    at = Math.max(at, since(placed.moment()));
    var event = new Event.Message(at, placed.entry());
    target.append(event);
    totals = totals.plus(event);
  }

  private long since(Instant moment) {
    try {
      return Math.max(0, Duration.between(start, moment).toNanos());
    } catch (ArithmeticException e) {
      return 0; // no moment at all
    }
  }

  private Beginning beginning() {
    var first =
        held.stream()
            .map(Placed::moment)
            .filter(moment -> !moment.equals(Instant.MIN))
            .min(Instant::compareTo)
            .orElse(Instant.EPOCH);
    Optional<String> folder = Optional.empty();
    Optional<String> title = Optional.empty();
    for (var placed : held) {
      for (var block : placed.entry().blocks()) {
        if (block instanceof Block.Began began && folder.isEmpty()) {
          folder = Optional.of(began.folder()).filter(path -> !path.isEmpty());
        } else if (block instanceof Block.Titled titled) {
          title = Optional.of(titled.title());
        }
      }
    }
    return new Beginning(first, folder, title);
  }
}
