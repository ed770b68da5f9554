package dev.mantra.recorder.history;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.journal.JournalReplacement;
import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionDraft;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a conversation's journal is written to; without a {@link #commit} nothing comes of it. */
sealed interface JournalTarget extends AutoCloseable {

  /** The session whose copies of transcripts go with the journal. */
  Session session();

  void begin(SessionHeader header) throws IOException;

  void append(Event event) throws IOException;

  void commit() throws IOException;

  @Override
  void close() throws IOException;

  /** A session that is not there yet. */
  final class New implements JournalTarget {
    private final SessionDraft draft;
    private @Nullable JournalWriter journal;
    private @Nullable SessionHeader header;

    New(SessionDraft draft) {
      this.draft = draft;
    }

    @Override
    public Session session() {
      return draft.session();
    }

    @Override
    public void begin(SessionHeader begun) throws IOException {
      header = begun;
      journal = JournalWriter.createUnseen(draft.session().journal(), begun);
    }

    @Override
    public void append(Event event) throws IOException {
      if (journal != null) {
        journal.append(event);
      }
    }

    @Override
    public void commit() throws IOException {
      if (journal != null && header != null) {
        // The import waits for the disk once for many sessions.
        journal.closeUnforced();
        draft.publish(header.id());
      }
    }

    @Override
    public void close() throws IOException {
      try {
        if (journal != null) {
          journal.close();
        }
      } finally {
        draft.close();
      }
    }
  }

  /** A session whose journal is written anew. */
  final class Renewed implements JournalTarget {
    private final Session session;
    private @Nullable JournalReplacement replacement;

    Renewed(Session session) {
      this.session = session;
    }

    @Override
    public Session session() {
      return session;
    }

    @Override
    public void begin(SessionHeader header) throws IOException {
      replacement = JournalReplacement.begin(session, header);
    }

    @Override
    public void append(Event event) throws IOException {
      if (replacement != null) {
        replacement.append(event);
      }
    }

    @Override
    public void commit() throws IOException {
      if (replacement != null) {
        replacement.commit();
      }
    }

    @Override
    public void close() throws IOException {
      if (replacement != null) {
        replacement.close();
      }
    }
  }
}
