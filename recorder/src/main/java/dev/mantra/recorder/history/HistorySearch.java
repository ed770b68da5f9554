package dev.mantra.recorder.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the conversations that are asked for, in files and in databases. */
final class HistorySearch implements AutoCloseable {

  private final HistoryRequest request;
  private final TranscriptSearch files;
  private final CursorSearch databases;
  private final Parsers.Source parsers;
  private final Instant now;

  /**
   * @param store is not looked into: its files are copies
   * @param scratch a folder for copies of databases that are in use
   * @param now what is later has a wrong time
   */
  HistorySearch(
      HistoryRequest request,
      ImportIndex index,
      Parsers.Source parsers,
      Path store,
      Path scratch,
      Instant now) {
    this.request = request;
    this.files = new TranscriptSearch(index, request.agents(), store);
    this.databases = new CursorSearch(index, scratch, now);
    this.parsers = parsers;
    this.now = now;
  }

  Collection<Conversation> conversations() {
    request.homes().forEach(files::lookInHome);
    request.named().forEach(files::lookAt);
    Map<ConversationKey, Conversation> found = new LinkedHashMap<>();
    files.found().forEach(one -> found.put(one.key(), one));
    var folders = new ArrayList<>(files.cursorFolders());
    request.databases().ifPresent(folders::add);
    for (var folder : folders) {
      // A database has more of a conversation than its lines have.
      var mode = request.named().isEmpty() ? CursorSearch.Mode.WHAT_CHANGED : CursorSearch.Mode.ALL;
      databases.look(folder, mode).forEach(one -> found.put(one.key(), one));
    }
    return found.values();
  }

  EntrySource source(Conversation conversation) {
    return databases
        .source(conversation.key())
        .orElseGet(() -> new TranscriptEntries(conversation, parsers, now));
  }

  /** Everything that was found has been imported. */
  void done() {
    databases.done();
  }

  List<Skipped> skipped() {
    var skipped = new ArrayList<>(files.skipped());
    skipped.addAll(databases.skipped());
    return skipped;
  }

  @Override
  public void close() throws IOException {
    databases.close();
  }
}
