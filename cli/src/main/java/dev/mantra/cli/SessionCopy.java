package dev.mantra.cli;

import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;

/** A session's header to be changed in some places. */
final class SessionCopy {

  private SessionCopy() {}

  static SessionHeader.Builder of(SessionHeader header) {
    return of(header, header.id());
  }

  /** The header of another session that is otherwise the same. */
  static SessionHeader.Builder of(SessionHeader header, SessionId id) {
    var copy =
        SessionHeader.builder(id, header.startedAt(), header.recordedBy())
            .command(header.command())
            .folder(header.folder())
            .size(header.size())
            .environment(header.environment())
            .title(header.title())
            .idleTimeLimit(header.idleTimeLimit())
            .input(header.input())
            .gitHead(header.gitHead());
    header.origin().ifPresent(copy::origin);
    return copy;
  }
}
