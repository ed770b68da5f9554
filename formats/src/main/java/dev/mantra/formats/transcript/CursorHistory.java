package dev.mantra.formats.transcript;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All conversations that Cursor keeps in databases: those of the editor since 2023 and those of the
 * terminal's agent. They are listed, and then read one by one.
 *
 * <p>Databases are neither locked nor written to, and read row by row: what a conversation's
 * largest message takes is the most that is in memory. In the records that are handed on, {@link
 * TranscriptRecord#offset} is the number of the row in the conversation, and the JSON is the row.
 *
 * <p>Conversations that are in no database any more are found as lines by {@link CursorTranscript}.
 */
public final class CursorHistory implements Closeable {

  private final CursorFolders folders;
  private final Path scratch;
  private Optional<List<CursorWorkspace>> workspaces = Optional.empty();

  /** The database that was read last: most conversations lie in the same one. */
  private Optional<KeyedRows> open = Optional.empty();

  /**
   * Reads what is kept in folders.
   *
   * @param scratch a folder of ours, where databases are copied to that are in use
   */
  public CursorHistory(CursorFolders folders, Path scratch) {
    this.folders = folders;
    this.scratch = scratch;
  }

  /** Takes the files that could not be read; the others are. */
  public interface Problems {
    void unreadable(Path file, String reason);
  }

  /** Lists the conversations of a person; those of sub-agents are parts of them. */
  public void list(Consumer<CursorConversation> found, Problems problems) {
    var known = workspaces(problems);
    var editor = folders.editorDatabase();
    if (Files.exists(editor)) {
      attempt(editor, problems, () -> new CursorComposers(editor, rows(editor), known).list(found));
    }
    for (var workspace : known) {
      var database = workspace.database();
      if (Files.exists(database)) {
        attempt(database, problems, () -> new CursorTabs(workspace, rows(database)).list(found));
      }
    }
    for (var chat : chats(problems)) {
      attempt(chat, problems, () -> new CursorChat(chat, rows(chat)).listed().ifPresent(found));
    }
  }

  /**
   * Tells what was said in a conversation.
   *
   * @throws IOException when its database cannot be read, though perhaps some of it was told
   */
  public void read(CursorConversation conversation, TranscriptSink sink) throws IOException {
    var database = conversation.database();
    var rows = rows(database);
    switch (conversation.keptAs()) {
      case COMPOSER ->
          new CursorComposers(database, rows, workspaces((_, _) -> {})).read(conversation, sink);
      case TAB -> new CursorTabs(CursorWorkspace.read(rows), rows).read(conversation, sink);
      case CHAT -> new CursorChat(database, rows).read(conversation, sink);
    }
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      var last = open.get();
      open = Optional.empty();
      last.close();
    }
  }

  private KeyedRows rows(Path file) throws IOException {
    if (open.isEmpty() || !open.get().file().equals(file)) {
      close();
      open = Optional.of(KeyedRows.open(file, scratch));
    }
    return open.get();
  }

  private List<CursorWorkspace> workspaces(Problems problems) {
    if (workspaces.isEmpty()) {
      var read = new ArrayList<CursorWorkspace>();
      for (var kept : folders(folders.workspaces(), problems)) {
        var database = kept.resolve("state.vscdb");
        if (Files.exists(database)) {
          attempt(database, problems, () -> read.add(CursorWorkspace.read(rows(database))));
        }
      }
      workspaces = Optional.of(List.copyOf(read));
    }
    return workspaces.get();
  }

  private List<Path> chats(Problems problems) {
    return folders(folders.chats(), problems).stream()
        .flatMap(ofFolder -> folders(ofFolder, problems).stream())
        .map(chat -> chat.resolve("store.db"))
        .filter(Files::isRegularFile)
        .toList();
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void attempt(Path file, Problems problems, Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException e) {
      problems.unreadable(file, String.valueOf(e.getMessage()));
    }
  }

  private static List<Path> folders(Path folder, Problems problems) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      problems.unreadable(folder, String.valueOf(e.getMessage()));
      return List.of();
    }
  }
}
