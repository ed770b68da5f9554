package dev.mantra.redactor.session;

import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Annotations;
import dev.mantra.formats.journal.FileStamp;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.util.Optional;

/** A session of the store as a scan reads it: as it stands when it is opened. */
final class RecordedSession implements SessionScan.Recording {

  private final Session session;
  private final Redactions.Progress progress;
  private final Optional<FileStamp> stamp;
  private final SessionHeader header;
  private final Annotations annotations;
  private final JournalPlace end;
  private long frames;

  RecordedSession(Session session, Redactions.Progress progress) throws IOException {
    this.session = session;
    this.progress = progress;
    this.stamp = session.stamp();
    this.annotations = session.annotations();
    try (var reader = session.read()) {
      this.header = reader.header();
      this.end = reader.lastPlace();
    }
  }

  SessionId id() {
    return session.id();
  }

  /** Where its journal ends. */
  JournalPlace end() {
    return end;
  }

  /** How its journal looks from outside. */
  Optional<FileStamp> stamp() {
    return stamp;
  }

  @Override
  public SessionHeader header() {
    return header;
  }

  @Override
  public Annotations annotations() {
    return annotations;
  }

  @Override
  public void read(SessionScan.Taker taker) throws IOException {
    try (var reader = session.read()) {
      for (var next = reader.next();
          next.isPresent() && reader.sequence() < end.sequence();
          next = reader.next()) {
        taker.take(reader.sequence(), next.get());
        // There may be a second reading, so this is the first half.
        progress.read(frames++, end.sequence() * 2);
      }
    }
  }
}
