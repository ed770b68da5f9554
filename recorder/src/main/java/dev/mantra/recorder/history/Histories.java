package dev.mantra.recorder.history;

import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Imports what agents have kept of their conversations: finds it, and makes sessions of it. */
public final class Histories {

  private static final String INDEX = "imports.jsonl";

  /** Below the folder of states, for what is needed only while an import runs. */
  private static final String SCRATCH = "scratch";

  private final Store store;
  private final Path state;
  private final ImportIndexFile file;
  private final Parsers.Source parsers;
  private final String recordedBy;
  private final InstantSource clock;
  private final WholeDisk disk;

  /** Is told what an import does. */
  public interface Listener {

    /**
     * So many conversations are not in the store as they are, and their files have so many bytes.
     */
    void found(int conversations, long bytes);

    /** So many more bytes of them were read. */
    void read(long bytes);

    void done(Outcome.Source source, Outcome outcome);
  }

  /**
   * @param state the folder for what is known of earlier imports
   * @param recordedBy program and version for the headers of new sessions
   * @param disk waits for the disk once for many sessions
   */
  public Histories(
      Store store, Path state, String recordedBy, InstantSource clock, WholeDisk disk) {
    this(store, state, recordedBy, clock, disk, new AgentParsers());
  }

  Histories(
      Store store,
      Path state,
      String recordedBy,
      InstantSource clock,
      WholeDisk disk,
      Parsers.Source parsers) {
    this.store = store;
    this.state = state;
    this.file = new ImportIndexFile(state.resolve(INDEX));
    this.recordedBy = recordedBy;
    this.clock = clock;
    this.disk = disk;
    this.parsers = parsers;
  }

  /** Whether a file is an agent's transcript, by its name or by its first records. */
  public static boolean isTranscript(Path path) throws IOException {
    return TranscriptSearch.isTranscript(path);
  }

  /**
   * Imports what is new.
   *
   * @throws IOException when the store cannot be written; what was imported by then stays
   */
  public HistoryReport run(HistoryRequest request, Listener listener) throws IOException {
    try (var _ = ImportLock.take(state)) {
      store.sweep();
      var index = file.read();
      try (var search = search(request, index)) {
        return begin(request, listener, index, search).importAll(() -> file.write(index));
      }
    }
  }

  /** Tells what {@link #run} would import; nothing is written into the store. */
  public HistoryReport preview(HistoryRequest request, Listener listener) throws IOException {
    var index = file.read();
    try (var search = search(request, index)) {
      return begin(request, listener, index, search).preview();
    }
  }

  private HistorySearch search(HistoryRequest request, ImportIndex index) {
    return new HistorySearch(
        request, index, parsers, store.folder(), state.resolve(SCRATCH), clock.instant());
  }

  private HistoryRun begin(
      HistoryRequest request, Listener listener, ImportIndex index, HistorySearch search)
      throws IOException {
    var tally = new ImportTally(listener::read);
    return new HistoryRun(
        request,
        listener,
        index,
        SessionLinks.read(store, index),
        tally,
        new ConversationImport(store, parsers, recordedBy, tally, clock.instant()),
        search,
        new UnforcedSessions(store, disk));
  }
}
