package dev.mantra.replayer;

import dev.mantra.formats.derived.DerivedFile;
import dev.mantra.formats.derived.DerivedFileWriter;
import dev.mantra.formats.derived.DerivedFolder;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.terminal.WidthPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where what is derived from one session is kept, if there is a cache folder. */
final class Cache {

  /** What can be derived. */
  enum Kind {
    KEYFRAMES("keyframes", 0x4d4b4559),
    LINES("lines", 0x4d4c494e),
    MESSAGES("messages", 0x4d4d5347);

    private final String folder;
    private final int magic;

    Kind(String folder, int magic) {
      this.folder = folder;
      this.magic = magic;
    }

    private DerivedFolder in(Path cache) {
      return new DerivedFolder(cache.resolve(folder), magic);
    }
  }

  /** Beside what is derived from originals lies what is derived from a view of them. */
  private static final String SEEN = ".seen";

  private final Optional<Path> folder;
  private final SessionId session;
  private final String variant;

  Cache(Optional<Path> folder, Session session, WidthPolicy policy) {
    this.folder = folder;
    this.session = session.id();
    this.variant =
        policy.name().toLowerCase(Locale.ROOT) + (session.view().name().isEmpty() ? "" : SEEN);
  }

  Optional<DerivedFile> open(Kind kind) {
    return folder.flatMap(root -> kind.in(root).open(session, variant));
  }

  /** Starts a new file that will replace the old one; empty when nothing can be written. */
  Optional<DerivedFileWriter> create(Kind kind) {
    return folder.flatMap(root -> kind.in(root).create(session, variant));
  }

  static void forget(Path folder, SessionId session) throws IOException {
    for (var kind : Kind.values()) {
      kind.in(folder).forget(session);
    }
  }
}
