package dev.mantra.recorder.history;

import dev.mantra.formats.journal.Session;
import dev.mantra.formats.transcript.LongSet;
import dev.mantra.recorder.FileHead;
import dev.mantra.recorder.history.TranscriptCopy.Change;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries of a conversation that lies in files: they are copied, and the copies are read. */
final class TranscriptEntries implements EntrySource {

  /** From so many bytes on, reading and writing at once is worth a thread. */
  private static final long LARGE = 4 << 20;

  private final Conversation conversation;
  private final Parsers.Source parsers;
  private final Instant now;
  private final List<TranscriptCopy> copies = new ArrayList<>();

  /**
   * Copies of files that are gone, or were written anew, in which something stands that is nowhere
   * else.
   */
  private final Set<String> needed = new HashSet<>();

  private @Nullable TranscriptCopies folder;

  /** Gives one entry after the other. */
  @FunctionalInterface
  private interface Entries {
    Optional<Placed> next() throws IOException;
  }

  /**
   * @param now entries that are later than that have a wrong time
   */
  TranscriptEntries(Conversation conversation, Parsers.Source parsers, Instant now) {
    this.conversation = conversation;
    this.parsers = parsers;
    this.now = now;
  }

  @Override
  public boolean copyTo(Session session) throws IOException {
    folder = new TranscriptCopies(session, conversation.key().agent());
    var byName = new LinkedHashMap<String, TranscriptCopy>();
    boolean isNew = false;
    for (var file : conversation.files()) {
      var copy = folder.update(file);
      isNew |= copy.change() != Change.NONE;
      // The same file in two places has one copy.
      byName.put(copy.name(), copy);
    }
    copies.addAll(byName.values());
    return isNew;
  }

  @Override
  public void pour(Session session, ImportTally tally, Consumer consumer) throws IOException {
    if (folder == null || folder.others().isEmpty()) {
      pour(merge(tally), consumer);
      return;
    }
    var ids = new LongSet();
    pour(merge(new ImportTally(_ -> {})), placed -> ids.add(EntryKeys.first(placed.entry().id())));
    var merge = merge(tally);
    var carried = new CarriedEntries(session, ids);
    var first = carried.peek();
    merge.add(first == null ? Instant.MIN : first.moment(), () -> carried);
    pour(merge, consumer);
    needed.addAll(carried.copies());
  }

  @Override
  public void tidy() throws IOException {
    if (folder != null) {
      folder.deleteOthersBut(needed);
    }
  }

  private void pour(EntryMerge merge, Consumer consumer) throws IOException {
    if (conversation.size() < LARGE) {
      try (merge) {
        pour(merge::next, consumer);
      }
    } else {
      try (var ahead = new ReadAhead(merge)) {
        pour(ahead::next, consumer);
      }
    }
  }

  private void pour(Entries entries, Consumer consumer) throws IOException {
    var repetitions = new Repetitions();
    boolean mayRepeat =
        copies.stream().map(TranscriptCopy::subAgent).distinct().count() < copies.size();
    for (var next = entries.next(); next.isPresent(); next = entries.next()) {
      if (!mayRepeat || repetitions.isNew(next.get().entry())) {
        consumer.take(next.get());
      }
    }
  }

  private EntryMerge merge(ImportTally tally) throws IOException {
    var parsing = parsers.parsers(conversation);
    var merge = new EntryMerge();
    for (var copy : copies) {
      var begun = begun(copy);
      merge.add(begun, () -> new EntryStream(copy, conversation.key(), parsing, tally, begun, now));
    }
    return merge;
  }

  private static Instant begun(TranscriptCopy copy) throws IOException {
    var head = FileHead.of(copy.file());
    return head.time("timestamp").or(() -> head.time("startTime")).orElse(Instant.MIN);
  }
}
