package dev.mantra.indexer;

import dev.mantra.formats.derived.CacheUnusableException;
import dev.mantra.formats.derived.DerivedFolder;
import dev.mantra.formats.derived.Pieces;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.FileStamp;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the text of messages, steps and changes of files comes from: files of the cache folder, one
 * for each session, made when they are first asked for.
 */
public final class PassageSource {

  private static final String FOLDER = "passages";
  private static final int MAGIC = 0x4d504153;
  private static final String VARIANT = "text";

  private final Optional<DerivedFolder> folder;
  private final Said.Source said;

  /**
   * @param cacheFolder where they are kept; empty: they are put together each time, in memory
   */
  public PassageSource(Optional<Path> cacheFolder, Said.Source said) {
    this.folder = cacheFolder.map(PassageSource::folder);
    this.said = said;
  }

  /** Deletes what was derived from a session: to be called when the session itself is deleted. */
  public static void forget(Path cacheFolder, SessionId session) throws IOException {
    folder(cacheFolder).forget(session);
  }

  /** The same journal has the same passages as long as this is the same. */
  static String version() {
    return Integer.toString(PassageDirectory.LAYOUT);
  }

  private static DerivedFolder folder(Path cacheFolder) {
    return new DerivedFolder(cacheFolder.resolve(FOLDER), MAGIC);
  }

  public Passages open(Session session) throws IOException {
    var stamp = session.stamp();
    var kept = stamp.flatMap(same -> kept(session, Passages.stamped(same, session)));
    return kept.isPresent() ? kept.get() : make(session, stamp);
  }

  private Optional<Passages> kept(Session session, Predicate<PassageDirectory> wanted) {
    return folder
        .flatMap(files -> files.open(session.id(), VARIANT))
        .flatMap(file -> Passages.of(file, wanted));
  }

  private Passages make(Session session, Optional<FileStamp> stamp) throws IOException {
    JournalPlace end;
    try (var reader = session.read()) {
      end = reader.lastPlace();
    }
    var same =
        kept(
            session,
            directory ->
                directory.isOf(session)
                    && directory.end().equals(end)
                    && directory.stamp().equals(stamp));
    if (same.isPresent()) {
      return same.get();
    }
    var created = folder.flatMap(files -> files.create(session.id(), VARIANT));
    if (created.isPresent()) {
      try (var writer = created.get()) {
        var list = write(session, writer);
        var directory = new PassageDirectory(session.view().name(), end, stamp, list);
        return new Passages(writer.finish(directory.encode()), list);
      } catch (CacheUnusableException e) {
        // The disk may be full: this time they are kept in memory.
      }
    }
    var memory = new Pieces.InMemory();
    return new Passages(memory, write(session, memory));
  }

  private PassageList write(Session session, Pieces.Sink sink) throws IOException {
    var writer = new PassageWriter(sink);
    try (var spoken = said.open(session)) {
      for (var entry : spoken.conversation().entries()) {
        // Changes of files are passages of their own, one for each file.
        if (entry.outline().kind() != Kind.FILES) {
          var text = EntryText.of(spoken.read(entry));
          writer.add(text.passage(entry), text.texts());
        }
      }
    }
    try (var reader = session.read()) {
      writeChanges(reader, writer);
    }
    return writer.finish();
  }

  private static void writeChanges(JournalReader reader, PassageWriter writer) throws IOException {
    for (var event = reader.next(); event.isPresent(); event = reader.next()) {
      if (event.get() instanceof Event.FileChange change) {
        var edit = change.edit();
        var texts = new ArrayList<String>();
        texts.add(edit.path().toUtf8());
        edit.from().ifPresent(path -> texts.add(path.toUtf8()));
        edit.patch().ifPresent(patch -> texts.add(patch.toUtf8()));
        writer.add(
            new Passage.Changed(change.moment(), edit.kind(), edit.path().toUtf8()),
            List.copyOf(texts));
      }
    }
  }
}
