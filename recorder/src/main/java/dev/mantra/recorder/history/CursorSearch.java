package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.CursorConversation;
import dev.mantra.formats.transcript.CursorFolders;
import dev.mantra.formats.transcript.CursorHistory;
import dev.mantra.recorder.IoProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the conversations in Cursor's databases, each of which may hold many. As long as no
 * database has changed, the index tells which they are.
 */
final class CursorSearch implements AutoCloseable {

  /** Stands between a database and a conversation in it, where paths are told. */
  private static final String ROW = "#";

  private final ImportIndex index;
  private final Path scratch;
  private final Instant now;
  private final Map<ConversationKey, Listed> listed = new HashMap<>();
  private final List<CursorHistory> histories = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final Map<Path, Stamp> stamps = new HashMap<>();

  /** What is looked for. */
  enum Mode {
    /** All there is, so that any of it can be read. */
    ALL,
    /** Of databases that have not changed, the index will do. */
    WHAT_CHANGED
  }

  /** A conversation, and what can read it. */
  private record Listed(CursorConversation conversation, CursorHistory history) {}

  /**
   * @param scratch a folder for copies of databases that are in use
   * @param now what is later has a wrong time
   */
  CursorSearch(ImportIndex index, Path scratch, Instant now) {
    this.index = index;
    this.scratch = scratch;
    this.now = now;
  }

  /** The conversations of a person. */
  List<Conversation> look(CursorFolders folders, Mode mode) {
    var stamp = stamp(folders);
    boolean mayKnow = mode == Mode.WHAT_CHANGED && stamp.isPresent();
    if (mayKnow && index.isUnchanged(folders.user(), stamp.get())) {
      return known(folders);
    }
    var history = new CursorHistory(folders, scratch);
    histories.add(history);
    var found = new ArrayList<Conversation>();
    history.list(
        one -> {
          var row = row(one);
          listed.put(row.key(), new Listed(one, history));
          found.add(row);
        },
        (file, reason) -> skipped.add(new Skipped(file, reason)));
    stamp.ifPresent(now -> stamps.put(folders.user(), now));
    return found;
  }

  /** What tells a conversation, if it is in a database. */
  Optional<EntrySource> source(ConversationKey key) {
    return Optional.ofNullable(listed.get(key))
        .map(one -> new CursorEntries(one.history, one.conversation, scratch, now));
  }

  List<Skipped> skipped() {
    return List.copyOf(skipped);
  }

  /** All that was found has been imported: the index may say so. */
  void done() {
    stamps.forEach(index::put);
  }

  @Override
  public void close() throws IOException {
    for (var history : histories) {
      history.close();
    }
  }

  /** The conversations that were found when the databases were as they are now. */
  private List<Conversation> known(CursorFolders folders) {
    return index.files().entrySet().stream()
        .filter(file -> file.getKey().indexOf(ROW) > 0)
        .filter(
            file ->
                Path.of(file.getKey()).startsWith(folders.user())
                    || Path.of(file.getKey()).startsWith(folders.home()))
        .map(
            file ->
                new Conversation(
                    file.getValue().key(),
                    List.of(
                        new TranscriptFile(
                            Path.of(file.getKey()),
                            file.getValue().stamp(),
                            file.getValue().owner()))))
        .toList();
  }

  /** A conversation as if it were a file, which changes when its mark does. */
  private static Conversation row(CursorConversation one) {
    var key = new ConversationKey(Agent.CURSOR, one.id());
    var database = one.database();
    var path = database.resolveSibling(database.getFileName() + ROW + one.id());
    var updated = one.updated().or(one::created).orElse(Instant.EPOCH);
    var stamp = new Stamp(0, updated.getEpochSecond() * 1_000_000_000L, one.mark().hashCode());
    return new Conversation(
        key, List.of(new TranscriptFile(path, stamp, TranscriptOwner.main(one.id()))));
  }

  /** The stamps of all databases and of their write-ahead logs, in one. */
  private Optional<Stamp> stamp(CursorFolders folders) {
    try {
      long size = 0;
      long modified = 0;
      int files = 0;
      for (var database : folders.databases()) {
        for (var file : List.of(database, Path.of(database + "-wal"))) {
          if (Files.exists(file)) {
            var one = Stamp.of(Files.readAttributes(file, BasicFileAttributes.class));
            size += one.size();
            modified = Math.max(modified, one.modified());
            files = 31 * files + one.hashCode();
          }
        }
      }
      return Optional.of(new Stamp(size, modified, files));
    } catch (IOException e) {
      skipped.add(new Skipped(folders.user(), IoProblem.describe(e)));
      return Optional.empty();
    }
  }
}
