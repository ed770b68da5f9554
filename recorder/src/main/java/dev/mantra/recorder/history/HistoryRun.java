package dev.mantra.recorder.history;

import dev.mantra.recorder.IoProblem;
import dev.mantra.recorder.history.Histories.Listener;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One import: what was found, what is to be done of it, and what came of that.
 *
 * <p>Several conversations are imported at the same time; what they share is used under the lock of
 * this.
 */
final class HistoryRun {

  /**
   * After so many conversations the index is written, in case that the rest is cut short; later
   * after half as many again as there are, as all of it is written each time.
   */
  private static final int SAVE_EVERY = 2000;

  private final HistoryRequest request;
  private final Listener listener;
  private final ImportIndex index;
  private final SessionLinks links;
  private final ImportTally tally;
  private final ConversationImport importing;
  private final HistorySearch search;
  private final UnforcedSessions unforced;
  private int done;
  private int nextSave = SAVE_EVERY;
  private boolean isComplete = true;

  /** Writes the index. */
  @FunctionalInterface
  interface Saving {
    void save() throws IOException;
  }

  HistoryRun(
      HistoryRequest request,
      Listener listener,
      ImportIndex index,
      SessionLinks links,
      ImportTally tally,
      ConversationImport importing,
      HistorySearch search,
      UnforcedSessions unforced) {
    this.request = request;
    this.listener = listener;
    this.index = index;
    this.links = links;
    this.tally = tally;
    this.importing = importing;
    this.search = search;
    this.unforced = unforced;
  }

  HistoryReport importAll(Saving saving) throws IOException {
    try (var crew = new ImportCrew()) {
      for (var family : Relatives.families(changed())) {
        crew.submit(family, conversation -> one(conversation, saving));
      }
      crew.await(done -> tell(done.conversation(), done.outcomes()));
      if (isComplete && request.since().isEmpty()) {
        search.done();
      }
    } finally {
      save(saving);
    }
    return report();
  }

  HistoryReport preview() {
    for (var conversation : changed()) {
      var session = links.imported(conversation.key()).map(before -> before.id());
      listener.done(source(conversation), new Outcome.Pending(session));
    }
    return report();
  }

  /** The conversations about which something is to be done; of the others the listener is told. */
  private List<Conversation> changed() {
    var changed = new ArrayList<Conversation>();
    long bytes = 0;
    for (var conversation : search.conversations()) {
      conversation.files().forEach(file -> index.relate(conversation.key(), file.owner()));
      if (request.since().isPresent() && written(conversation).isBefore(request.since().get())) {
        continue;
      }
      var known = known(conversation);
      if (known.isPresent()) {
        isComplete &= !(known.get() instanceof Outcome.Deferred);
        listener.done(source(conversation), known.get());
      } else {
        changed.add(conversation);
        bytes += conversation.size();
      }
    }
    listener.found(changed.size(), bytes);
    return changed;
  }

  /** What can be said of a conversation without looking at what it holds. */
  private Optional<Outcome> known(Conversation conversation) {
    var key = conversation.key();
    var made = index.session(key);
    boolean isGone = made.isPresent() && links.imported(key).isEmpty();
    if (isGone && request.named().isEmpty()) {
      return Optional.of(new Outcome.Deleted(made.get()));
    }
    if (!index.isUnchanged(conversation)) {
      return links.beingRecorded(key).map(Outcome.Deferred::new);
    }
    // One that was deleted, and is asked for by its name, comes back.
    return isGone ? Optional.empty() : Optional.of(new Outcome.Unchanged());
  }

  private List<Outcome> one(Conversation conversation, Saving saving) throws IOException {
    List<Outcome> outcomes;
    try {
      outcomes = importing.run(conversation, search.source(conversation), sessions(conversation));
    } catch (IOException e) {
      if (importing.isOfTheStore(e)) {
        throw e;
      }
      outcomes = List.of(new Outcome.Failed(IoProblem.describe(e)));
    }
    note(conversation, outcomes);
    saveSometimes(saving);
    return outcomes;
  }

  private synchronized ConversationImport.Sessions sessions(Conversation conversation) {
    var key = conversation.key();
    return new ConversationImport.Sessions(
        links.imported(key), links.recorded(key), links.related(conversation));
  }

  private void tell(Conversation conversation, List<Outcome> outcomes) {
    outcomes.forEach(outcome -> listener.done(source(conversation), outcome));
  }

  private synchronized void note(Conversation conversation, List<Outcome> outcomes) {
    boolean hasFailed = false;
    for (var outcome : outcomes) {
      if (outcome instanceof Outcome.Imported imported) {
        links.imported(conversation.key(), imported.session());
        links
            .imported(conversation.key())
            .ifPresent(session -> unforced.add(session, conversation.size()));
      }
      hasFailed |= outcome instanceof Outcome.Failed;
    }
    isComplete &= !hasFailed;
    if (!hasFailed) {
      for (var file : conversation.files()) {
        index.put(
            file.path(), new ImportIndex.Seen(file.stamp(), conversation.key(), file.owner()));
      }
    }
  }

  private synchronized void saveSometimes(Saving saving) throws IOException {
    done++;
    if (done == nextSave) {
      nextSave += Math.max(SAVE_EVERY, done / 2);
      save(saving);
    }
  }

  /** The index may say that sessions are there when the disk has them. */
  private synchronized void save(Saving saving) throws IOException {
    unforced.force();
    saving.save();
  }

  private HistoryReport report() {
    return new HistoryReport(
        search.skipped(), tally.unknown(), tally.troubles(), tally.troubleCount());
  }

  private static Outcome.Source source(Conversation conversation) {
    var key = conversation.key();
    return new Outcome.Source(key.agent(), key.id(), conversation.path());
  }

  private static Instant written(Conversation conversation) {
    return Instant.EPOCH.plusNanos(conversation.modified());
  }
}
