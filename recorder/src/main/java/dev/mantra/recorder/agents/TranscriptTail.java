package dev.mantra.recorder.agents;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Usage;
import dev.mantra.formats.transcript.TranscriptRecord;
import dev.mantra.recorder.IoProblem;
import dev.mantra.recorder.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transcript of the session: what it says since it belongs to it is copied and journaled.
 *
 * <p>An agent that goes on with an earlier conversation adds to its file, or copies it to a new
 * one: what was said before is read, since what follows refers to it, and left where it is.
 */
final class TranscriptTail implements GrowingTranscript.Listener {

  /** A parser may hold back an entry until the next records have told more of it. */
  private static final int HELD_BACK = 64;

  private final TranscriptFormat format;
  private final SessionCopies copies;
  private final Recording recording;
  private final Witness witness;
  private final GrowingTranscript transcript;
  private final Map<Long, Entry.Original> places = new LinkedHashMap<>();
  private Instant since = Instant.MAX;
  private long sizeBefore;
  private boolean hasNews;
  private boolean isAnnounced;
  private Optional<Block.Began> beginning = Optional.empty();
  private @Nullable TranscriptCopy copy;

  TranscriptTail(
      TranscriptFormat format, SessionCopies copies, Recording recording, Witness witness) {
    this.format = format;
    this.copies = copies;
    this.recording = recording;
    this.witness = witness;
    this.transcript = format.open(this);
  }

  /** From this moment on it belongs to the session, perhaps once more. */
  void belongsSince(Instant moment) {
    since = moment;
    sizeBefore = size();
    hasNews = false;
    isAnnounced = false;
  }

  /**
   * Reads what is new.
   *
   * @return whether there was something
   */
  boolean look() throws IOException {
    return transcript.read();
  }

  /** It does not belong to the session any more, or the session is over. */
  void letGo() throws IOException {
    transcript.finish();
    since = Instant.MAX;
    sizeBefore = Long.MAX_VALUE;
    var open = copy;
    copy = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void read(TranscriptRecord record, List<GrowingTranscript.Said> said) {
    var time = said.stream().flatMap(one -> one.entry().time().stream()).findFirst();
    if (!isNew(record, time)) {
      said.forEach(one -> remember(one.entry()));
      return;
    }
    hasNews = true;
    if (witness.isPaused(time.orElseGet(witness::now))) {
      return;
    }
    if (!said.isEmpty() || !transcript.isDocument()) {
      copy(record);
    }
    for (var one : said) {
      journal(one.entry(), Optional.ofNullable(places.get(one.record().offset())));
    }
  }

  /** What has no time is as old as what stands around it. */
  private boolean isNew(TranscriptRecord record, Optional<Instant> time) {
    return time.isPresent()
        ? !time.get().isBefore(since)
        : hasNews || record.offset() >= sizeBefore;
  }

  private void remember(Entry entry) {
    for (var block : entry.blocks()) {
      if (block instanceof Block.Began began) {
        beginning = Optional.of(began);
      }
    }
  }

  private void copy(TranscriptRecord record) {
    if (record.length() == 0) {
      return;
    }
    try {
      if (copy == null) {
        copy = copies.open(format);
      }
      places.put(record.offset(), copy.add(record, format.file()));
      if (places.size() > HELD_BACK) {
        places.remove(places.keySet().iterator().next());
      }
    } catch (IOException e) {
      places.remove(record.offset());
      copies.failed(IoProblem.describe(e));
    }
  }

  private void journal(Entry entry, Optional<Entry.Original> place) {
    boolean begins = entry.blocks().stream().anyMatch(Block.Began.class::isInstance);
    if (!isAnnounced && !begins && format.context().subAgent().isEmpty()) {
      put(announcement(entry));
    }
    isAnnounced = true;
    if (entry.isMessage() && entry.kind() == Entry.Kind.USER) {
      entry.time().ifPresent(time -> witness.taken(entry.text(), time));
    }
    put(place.map(entry::withOriginal).orElse(entry));
  }

  /** Says that an earlier conversation goes on here. */
  private Entry announcement(Entry first) {
    var file = format.file().toString();
    var began =
        beginning
            .map(it -> new Block.Began(file, it.folder(), it.version(), it.forkedFrom()))
            .orElse(new Block.Began(file, "", "", Optional.empty()));
    return new Entry(
        first.agent(),
        first.conversation(),
        "goes-on@" + since,
        Entry.Change.ADDED,
        Optional.empty(),
        Entry.Kind.SYSTEM,
        Entry.Source.TRANSCRIPT,
        Optional.empty(),
        Optional.of(since),
        Optional.empty(),
        Usage.NONE,
        List.of(began),
        0,
        Optional.empty());
  }

  private void put(Entry entry) {
    try {
      recording.message(entry);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long size() {
    try {
      return Files.size(format.file());
    } catch (IOException e) {
      return 0;
    }
  }
}
