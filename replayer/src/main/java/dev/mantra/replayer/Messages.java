package dev.mantra.replayer;

import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.EntryOutline;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.conversation.ObservedFiles;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.JournalReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of a session: what is known of them is in memory, and their texts are read from the
 * journal when they are asked for.
 */
public final class Messages {

  private final Conversation conversation;
  private final Map<Integer, Long> drawn;
  private final Map<Integer, Long> complete = new HashMap<>();
  private final JournalReader reader;
  private final List<Spot> spots;

  /**
   * @param drawn see {@link DrawnMoments}
   * @param reader reads single entries
   * @param spots where they stand
   */
  Messages(
      Conversation conversation, Map<Integer, Long> drawn, JournalReader reader, List<Spot> spots) {
    this.drawn = drawn;
    this.reader = reader;
    this.spots = spots;
    for (var message : conversation.messages()) {
      message.records().stream().findFirst().ifPresent(first -> complete.put(first, message.at()));
    }
    this.conversation =
        conversation.map(
            entry ->
                entry.outline().kind() == Kind.ASSISTANT ? entry.withAt(shownAt(entry)) : entry);
  }

  /** All of them, with their steps; the moment of a reply is when its last words were drawn. */
  public Conversation conversation() {
    return conversation;
  }

  /** The moment at which to look at the screen for it: a prompt may be drawn after it was sent. */
  public long shownAt(NumberedEntry entry) {
    return moment(entry, drawn);
  }

  /** The moment at which it was complete, whenever it was drawn. */
  public long completeAt(NumberedEntry entry) {
    return moment(entry, complete);
  }

  private static long moment(NumberedEntry entry, Map<Integer, Long> moments) {
    return entry.records().isEmpty()
        ? entry.at()
        : moments.getOrDefault(entry.records().getFirst(), entry.at());
  }

  /** What was said, in full, with all that came to it later. */
  public Entry read(NumberedEntry entry) throws IOException {
    var whole = Optional.<Entry>empty();
    for (int record : entry.records()) {
      var next = read(spots.get(record));
      whole = whole.isPresent() ? Optional.of(joined(whole.get(), next)) : Optional.of(next);
    }
    return whole.orElseGet(() -> derived(entry.outline()));
  }

  private Entry read(Spot spot) throws IOException {
    reader.seek(spot.place());
    var event = reader.next();
    for (int skipped = 0; skipped < spot.before() && event.isPresent(); skipped++) {
      event = reader.next();
    }
    if (event.isPresent() && event.get() instanceof Event.Message message) {
      return message.entry();
    }
    if (event.isPresent() && event.get() instanceof Event.FileChange change) {
      var seen = ObservedFiles.message(change);
      if (seen.isPresent()) {
        return seen.get().entry();
      }
    }
    throw new IOException("the session changed while it was read; try again");
  }

  /** Of a prompt that no transcript tells of, all is known that there is. */
  private static Entry derived(EntryOutline prompt) {
    return new Entry(
        prompt.agent(),
        prompt.conversation(),
        prompt.id(),
        prompt.change(),
        prompt.subAgent(),
        prompt.kind(),
        prompt.source(),
        Optional.empty(),
        prompt.time(),
        prompt.model(),
        prompt.usage(),
        List.of(new Block.Text(prompt.text().head())),
        0,
        Optional.empty());
  }

  private static Entry joined(Entry earlier, Entry later) {
    if (later.change() != Change.EXTENDED) {
      return later;
    }
    var blocks = new ArrayList<Block>(earlier.blocks());
    blocks.addAll(later.blocks());
    return new Entry(
        earlier.agent(),
        earlier.conversation(),
        earlier.id(),
        earlier.change(),
        earlier.subAgent(),
        earlier.kind(),
        earlier.source(),
        earlier.started(),
        later.time().or(earlier::time),
        later.model().or(earlier::model),
        earlier.usage().plus(later.usage()),
        blocks,
        earlier.omitted() + later.omitted(),
        earlier.original());
  }
}
