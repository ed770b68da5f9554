package dev.mantra.redactor.session;

import dev.mantra.formats.derived.CacheUnusableException;
import dev.mantra.formats.derived.DerivedFolder;
import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.FileStamp;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionStamp;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.formats.journal.SummaryCodec;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a list shows of all sessions, with their secrets covered, in one file of the cache folder: a
 * list then opens no file of a session that has not changed. Only sessions that were scanned are
 * kept, as a scan may find more to cover in a title. May be used by several threads.
 */
public final class KnownSummaries {

  private static final String FOLDER = "lists";
  private static final int MAGIC = 0x4d4c4953;

  private final DerivedFolder folder;
  private final Redactions redactions;
  private final Map<String, Entry> known;
  private final Map<String, Entry> learned = new ConcurrentHashMap<>();

  /**
   * What is known of a session.
   *
   * @param stamp how it looked then
   * @param transcripts how the folder of its agents' files looked
   * @param summary as {@link SummaryCodec} writes it
   */
  private record Entry(SessionStamp stamp, FileStamp transcripts, Bytes summary) {

    boolean isOf(Entry other) {
      return stamp.equals(other.stamp) && transcripts.equals(other.transcripts);
    }
  }

  public KnownSummaries(Path cacheFolder, Redactions redactions) {
    this.folder = in(cacheFolder);
    this.redactions = redactions;
    this.known = read(folder, version(redactions));
  }

  private static DerivedFolder in(Path cacheFolder) {
    return new DerivedFolder(cacheFolder.resolve(FOLDER), MAGIC);
  }

  private static String version(Redactions redactions) {
    return SummaryCodec.LAYOUT + " " + redactions.version();
  }

  /** What a list shows of a session. */
  public SessionSummary of(Session session) throws IOException {
    var stamp = session.fullStamp();
    if (stamp.isEmpty()) {
      return redactions.summary(session);
    }
    var now = new Entry(stamp.get(), session.transcriptsStamp(), Bytes.EMPTY);
    var before = known.get(session.id().value());
    if (before != null && before.isOf(now)) {
      var summary = SummaryCodec.decode(before.summary());
      if (summary.isPresent()) {
        return summary.get();
      }
    }
    var kept = redactions.kept(session);
    var summary = redactions.summary(session, kept);
    if (kept.isPresent()) {
      learned.put(
          session.id().value(),
          new Entry(now.stamp(), now.transcripts(), SummaryCodec.encode(summary)));
    }
    return summary;
  }

  /** Keeps what was learned beside what is known of other sessions. */
  public void save() throws IOException {
    if (!learned.isEmpty()) {
      var version = version(redactions);
      var all = new HashMap<>(read(folder, version));
      all.putAll(learned);
      write(folder, version, all);
      learned.clear();
    }
  }

  /** Deletes what is known of sessions: to be called when they are deleted. */
  public static void forget(Path cacheFolder, Collection<SessionId> sessions) throws IOException {
    // The next list makes it anew.
    if (!sessions.isEmpty()) {
      in(cacheFolder).forgetAll();
    }
  }

  private static Map<String, Entry> read(DerivedFolder folder, String version) {
    var opened = folder.openForAll();
    if (opened.isEmpty()) {
      return Map.of();
    }
    try (var file = opened.get()) {
      return decode(file.directory(), version);
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      return Map.of();
    }
  }

  private static Map<String, Entry> decode(byte[] bytes, String version) {
    var in = new NumberReader(ByteBuffer.wrap(bytes));
    if (!in.text().equals(version)) {
      return Map.of();
    }
    var entries = new HashMap<String, Entry>();
    for (int left = in.smallNumber(); left > 0; left--) {
      var id = in.text();
      entries.put(id, new Entry(in.sessionStamp(), in.stamp(), Bytes.wrap(in.bytes())));
    }
    return entries;
  }

  private static void write(DerivedFolder folder, String version, Map<String, Entry> entries)
      throws IOException {
    var created = folder.createForAll();
    if (created.isEmpty()) {
      return;
    }
    var out = new NumberWriter().text(version).number(entries.size());
    entries.forEach(
        (id, entry) ->
            out.text(id)
                .stamp(entry.stamp())
                .stamp(entry.transcripts())
                .bytes(entry.summary().toArray()));
    try (var writer = created.get()) {
      writer.finish(out.toArray()).close();
    } catch (CacheUnusableException e) {
      // The disk may be full: next time the sessions are read again.
    }
  }
}
