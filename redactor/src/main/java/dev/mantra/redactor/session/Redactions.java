package dev.mantra.redactor.session;

import dev.mantra.formats.derived.CacheUnusableException;
import dev.mantra.formats.derived.DerivedFolder;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Annotations;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.formats.journal.Viewing;
import dev.mantra.formats.workspace.ContentHash;
import dev.mantra.redactor.Detector;
import dev.mantra.redactor.HashedValue;
import dev.mantra.redactor.HashedValues;
import dev.mantra.redactor.KnownValues;
import dev.mantra.redactor.PageDetector;
import dev.mantra.redactor.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be covered of sessions: what is kept of an earlier scan, or what a new one finds. May
 * be used by several threads.
 *
 * <p>A redaction is kept in the cache folder and is good for as long as the session, what people
 * said about it, and the rules are the same.
 */
public final class Redactions implements Viewing {

  private static final String FOLDER = "redactions";
  private static final int MAGIC = 0x4d524544;
  private static final String VARIANT = "rules";

  private final Optional<DerivedFolder> folder;
  private final Rules.Builder rules;
  private @Nullable PageDetector detector;

  /**
   * What is covered, and by what it is known elsewhere: to be forgotten as soon as it was looked
   * for.
   */
  public record WithValues(Redaction redaction, KnownValues values) {}

  /** Is told how far a scan has got: frames read, of how many. */
  @FunctionalInterface
  public interface Progress {
    void read(long frames, long of);
  }

  /**
   * @param cacheFolder where redactions are kept; empty: nowhere
   */
  public Redactions(Optional<Path> cacheFolder, Rules.Builder rules) {
    this.folder = cacheFolder.map(Redactions::in);
    this.rules = rules;
  }

  /** Deletes what is kept of a session: to be called when the session itself is deleted. */
  public static void forget(Path cacheFolder, SessionId session) throws IOException {
    in(cacheFolder).forget(session);
  }

  @Override
  public Session of(Session session) throws IOException {
    return covered(session, (_, _) -> {});
  }

  @Override
  public String version() {
    return rules.version();
  }

  /** The session with its secrets covered. One that is being recorded is taken as it stands now. */
  public Session covered(Session session, Progress progress) throws IOException {
    return session.seenThrough(redaction(session, progress));
  }

  /** What covers a session's files. */
  public FileCover files(Session session, Progress progress) throws IOException {
    var known = withValues(session, progress);
    return new FileCover(
        SessionScan.finder(detector(), known(session)),
        Finder.byValue(known.values(), known.redaction().marks().secrets()));
  }

  /** What a list shows of a session: its header, and what people said. It is not read for that. */
  public SessionSummary summary(Session session) throws IOException {
    return summary(session, kept(session));
  }

  /** The same of a session of which {@code kept} is {@link #kept}. */
  SessionSummary summary(Session session, Optional<Redaction> kept) throws IOException {
    var summary = session.summary();
    return summary.seenThrough(
        kept.isPresent() ? kept.get() : SessionScan.ofNames(summary, detector(), known(session)));
  }

  /** What is to be covered of a session. */
  public Redaction redaction(Session session, Progress progress) throws IOException {
    var kept = kept(session);
    return kept.isPresent() ? kept.get() : scan(session, progress).redaction();
  }

  /** The same with the values that are covered: where it is kept, these are read back. */
  public WithValues withValues(Session session, Progress progress) throws IOException {
    var kept = kept(session);
    if (kept.isPresent()) {
      var values = CoveredValues.read(kept.get(), new RecordedSession(session, progress));
      if (values.isPresent()) {
        return new WithValues(kept.get(), values.get());
      }
    }
    var scanned = scan(session, progress);
    return new WithValues(scanned.redaction(), scanned.values());
  }

  /** What was found when the session was scanned last; empty when that no longer holds. */
  public Optional<Redaction> kept(Session session) throws IOException {
    var opened = folder.flatMap(kept -> kept.open(session.id(), VARIANT));
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (var file = opened.get()) {
      var directory = RedactionDirectory.decode(file.directory());
      return directory.isPresent() && isGood(directory.get(), session)
          ? file.read(directory.get().content()).flatMap(RedactionCodec::decode)
          : Optional.empty();
    }
  }

  /** Scans a session, whatever is known of it, and keeps what is to be covered. */
  public SessionScan.Result scan(Session session, Progress progress) throws IOException {
    var recorded = new RecordedSession(session, progress);
    var result = SessionScan.of(recorded, detector(), known(session));
    keep(recorded, said(session, recorded.annotations()), result.redaction());
    return result;
  }

  private boolean isGood(RedactionDirectory made, Session session) throws IOException {
    if (!made.rules().equals(version())
        || !made.said().equals(said(session, session.annotations()))) {
      return false;
    }
    var stamp = session.stamp();
    if (stamp.isPresent() && stamp.equals(made.stamp())) {
      return true;
    }
    try (var reader = session.read()) {
      return reader.lastPlace().equals(made.end());
    }
  }

  private void keep(RecordedSession session, String said, Redaction redaction) throws IOException {
    var created = folder.flatMap(kept -> kept.create(session.id(), VARIANT));
    if (created.isEmpty()) {
      return;
    }
    try (var file = created.get()) {
      var content = file.append(RedactionCodec.encode(redaction.marks()));
      var directory =
          new RedactionDirectory(version(), said, session.end(), session.stamp(), content);
      file.finish(directory.encode()).close();
    } catch (CacheUnusableException e) {
      // The disk may be full: next time it is scanned again.
    }
  }

  /** Made when it is first needed: that takes a while, and what is kept needs none. */
  private synchronized PageDetector detector() {
    var made = detector == null ? new PageDetector(new Detector(rules.build())) : detector;
    detector = made;
    return made;
  }

  private static DerivedFolder in(Path cache) {
    return new DerivedFolder(cache.resolve(FOLDER), MAGIC);
  }

  private HashedValues known(Session session) throws IOException {
    var all = new ArrayList<>(rules.hidden());
    for (var line : session.knownValues()) {
      HashedValue.parse(line).ifPresent(all::add);
    }
    return new HashedValues(all);
  }

  /** A hash of what is known of a session beside its journal. */
  private static String said(Session session, Annotations annotations) throws IOException {
    var text = annotations + "\n" + String.join("\n", session.knownValues());
    return ContentHash.hex(ContentHash.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
