package dev.mantra.recorder.history;

import dev.mantra.formats.event.SessionId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier imports found and made, so that what has not changed need not be read again.
 *
 * <p>It can be lost: what the sessions hold is then read from them, and the files are compared with
 * the sessions' copies. Only which sessions were deleted on purpose is known from here alone.
 */
final class ImportIndex {

  /** A file as it was when it was imported, and whose it was found to be. */
  record Seen(Stamp stamp, ConversationKey key, TranscriptOwner owner) {}

  /** What a session holds, and whether an import made it. */
  record Holding(Set<ConversationKey> conversations, Kind kind) {

    /** How a session came to be. */
    enum Kind {
      IMPORTED,
      RECORDED
    }
  }

  private final Map<String, Seen> files = new HashMap<>();
  private final Map<String, Set<ConversationKey>> roots = new HashMap<>();
  private final Map<ConversationKey, SessionId> sessions = new HashMap<>();
  private final Map<SessionId, Holding> holdings = new HashMap<>();
  private final Map<String, Stamp> databases = new HashMap<>();

  /** What was known of a file, if it has not changed since. */
  Optional<Seen> unchanged(Path file, Stamp stamp) {
    return Optional.ofNullable(files.get(file.toString())).filter(seen -> seen.stamp.equals(stamp));
  }

  /** Whether all that belongs to a conversation was imported as it is now. */
  boolean isUnchanged(Conversation conversation) {
    return conversation.files().stream()
        .allMatch(file -> unchanged(file.path(), file.stamp()).isPresent());
  }

  /** Whether databases are as they were when all that is in them was imported. */
  boolean isUnchanged(Path folder, Stamp stamp) {
    return stamp.equals(databases.get(folder.toString()));
  }

  /** The session that was made of a conversation; it may have been deleted since. */
  Optional<SessionId> session(ConversationKey key) {
    return Optional.ofNullable(sessions.get(key));
  }

  Optional<Holding> holding(SessionId session) {
    return Optional.ofNullable(holdings.get(session));
  }

  /** The conversations that begin with this record. */
  Set<ConversationKey> withRoot(String id) {
    return roots.getOrDefault(id, Set.of());
  }

  Map<String, Seen> files() {
    return files;
  }

  Map<String, Stamp> databases() {
    return databases;
  }

  Map<ConversationKey, SessionId> sessions() {
    return sessions;
  }

  Map<SessionId, Holding> holdings() {
    return holdings;
  }

  void put(Path file, Seen seen) {
    files.put(file.toString(), seen);
    relate(seen.key(), seen.owner());
  }

  /** Remembers with which record a conversation begins. */
  void relate(ConversationKey key, TranscriptOwner owner) {
    if (!owner.root().isEmpty()) {
      roots.computeIfAbsent(owner.root(), _ -> new LinkedHashSet<>(2)).add(key);
    }
  }

  void put(Path folder, Stamp ofDatabases) {
    databases.put(folder.toString(), ofDatabases);
  }

  void put(ConversationKey key, SessionId session) {
    sessions.put(key, session);
  }

  void put(SessionId session, Holding holding) {
    holdings.put(session, holding);
  }

  /** Forgets what sessions hold that are no more. */
  void keep(Collection<SessionId> existing) {
    holdings.keySet().retainAll(new HashSet<>(existing));
  }
}
