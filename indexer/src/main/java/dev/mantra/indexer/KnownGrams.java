package dev.mantra.indexer;

import dev.mantra.formats.derived.CacheUnusableException;
import dev.mantra.formats.derived.DerivedFile;
import dev.mantra.formats.derived.DerivedFileWriter;
import dev.mantra.formats.derived.DerivedFolder;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionStamp;
import dev.mantra.formats.journal.Viewing;
import dev.mantra.indexer.GramDirectory.Entry;
import dev.mantra.indexer.GrepQuery.Selection;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The {@link TextGrams} of all sessions, in one file of the cache folder: what cannot be found in a
 * session is known without opening any file of it. May be used by several threads.
 */
public final class KnownGrams implements Closeable {

  private static final String FOLDER = "grams";
  private static final int MAGIC = 0x4d475241;

  private final Optional<DerivedFolder> folder;
  private final Viewing viewing;
  private final DisplayedText displayed;
  private final PassageSource passages;
  private final Optional<DerivedFile> file;
  private final GramDirectory known;
  private final Map<String, Learned> learned = new ConcurrentHashMap<>();

  /** What is not in the file yet. */
  private record Learned(SessionStamp stamp, TextGrams grams) {}

  /**
   * @param cacheFolder where they are kept; empty: nothing is known and nothing is learned
   */
  public KnownGrams(
      Optional<Path> cacheFolder,
      Viewing viewing,
      DisplayedText displayed,
      PassageSource passages) {
    this.folder = cacheFolder.map(KnownGrams::in);
    this.viewing = viewing;
    this.displayed = displayed;
    this.passages = passages;
    this.file = folder.flatMap(DerivedFolder::openForAll);
    var version = String.join(" ", viewing.version(), displayed.version(), PassageSource.version());
    this.known =
        file.flatMap(opened -> GramDirectory.decode(opened.directory()))
            .filter(directory -> directory.version().equals(version))
            .orElseGet(() -> new GramDirectory(version, Map.of()));
  }

  private static DerivedFolder in(Path cacheFolder) {
    return new DerivedFolder(cacheFolder.resolve(FOLDER), MAGIC);
  }

  /** Which sessions may have a hit: the others have none for sure. */
  BitSet mayHave(List<Session> sessions, GrepQuery query) {
    var all = new BitSet();
    if (query.selection() == Selection.MATCHING
        && query.pattern().isSelective()
        && !known.sessions().isEmpty()) {
      IntStream.range(0, sessions.size())
          .parallel()
          .filter(i -> mayHave(sessions.get(i), query))
          .boxed()
          .toList()
          .forEach(all::set);
    } else {
      all.set(0, sessions.size());
    }
    return all;
  }

  private boolean mayHave(Session session, GrepQuery query) {
    var entry = known.sessions().get(session.id().value());
    try {
      if (entry == null || !session.fullStamp().equals(Optional.of(entry.stamp()))) {
        return true;
      }
    } catch (IOException e) {
      return true; // whoever opens it will say why it cannot be read
    }
    return file.flatMap(opened -> opened.read(entry.grams()))
        .map(bytes -> new TextGrams(bytes).mayMatch(query.pattern(), query.parts()))
        .orElse(true);
  }

  /** Reads all of a session if that was not done since it changed. */
  public void learn(Session session) throws IOException {
    var stamp = session.fullStamp();
    var entry = known.sessions().get(session.id().value());
    if (folder.isEmpty()
        || stamp.isEmpty()
        || (entry != null && entry.stamp().equals(stamp.get()))) {
      return;
    }
    var grams = TextGrams.of(viewing.of(session), displayed, passages);
    learned.put(session.id().value(), new Learned(stamp.get(), grams));
  }

  /** Keeps what was learned beside what is known of other sessions. */
  public void save() throws IOException {
    if (folder.isPresent() && !learned.isEmpty()) {
      write(folder.get(), known.version(), learned, _ -> true);
      learned.clear();
    }
  }

  /** Deletes what is known of sessions: to be called when they are deleted. */
  public static void forget(Path cacheFolder, Collection<SessionId> sessions) throws IOException {
    var folder = in(cacheFolder);
    var directory = directory(folder.openForAll());
    if (directory.isEmpty()) {
      return;
    }
    var ids = sessions.stream().map(SessionId::value).toList();
    if (ids.containsAll(directory.get().sessions().keySet())) {
      folder.forgetAll();
    } else if (ids.stream().anyMatch(directory.get().sessions()::containsKey)) {
      write(folder, directory.get().version(), Map.of(), id -> !sessions.contains(id));
    }
  }

  private static Optional<GramDirectory> directory(Optional<DerivedFile> opened)
      throws IOException {
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (var file = opened.get()) {
      return GramDirectory.decode(file.directory());
    }
  }

  /** Replaces the file by one that has what is kept of it, and more. */
  private static void write(
      DerivedFolder folder, String version, Map<String, Learned> more, Predicate<SessionId> isKept)
      throws IOException {
    var created = folder.createForAll();
    if (created.isEmpty()) {
      return;
    }
    var entries = new HashMap<String, Entry>();
    try (var writer = created.get()) {
      var opened = folder.openForAll();
      if (opened.isPresent()) {
        try (var file = opened.get()) {
          copy(
              file,
              version,
              id -> !more.containsKey(id.value()) && isKept.test(id),
              entries,
              writer);
        }
      }
      for (var one : more.entrySet()) {
        var piece = writer.append(one.getValue().grams().bytes());
        entries.put(one.getKey(), new Entry(one.getValue().stamp(), piece));
      }
      writer.finish(new GramDirectory(version, entries).encode()).close();
    } catch (CacheUnusableException e) {
      // The disk may be full: next time it is learned again.
    }
  }

  private static void copy(
      DerivedFile file,
      String version,
      Predicate<SessionId> wanted,
      Map<String, Entry> entries,
      DerivedFileWriter writer)
      throws CacheUnusableException {
    var before = GramDirectory.decode(file.directory());
    if (before.isEmpty() || !before.get().version().equals(version)) {
      return;
    }
    for (var one : before.get().sessions().entrySet()) {
      var grams =
          wanted.test(new SessionId(one.getKey()))
              ? file.read(one.getValue().grams())
              : Optional.<byte[]>empty();
      if (grams.isPresent()) {
        entries.put(one.getKey(), new Entry(one.getValue().stamp(), writer.append(grams.get())));
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
