package dev.mantra.recorder.history;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionState;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.formats.journal.Store;
import dev.mantra.formats.transcript.Agent;
import dev.mantra.recorder.history.ImportIndex.Holding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which sessions hold which conversations. Sessions that the index does not know are looked at. */
final class SessionLinks {

  private static final String FORMAT = "-transcript";

  private final Store store;
  private final ImportIndex index;
  private final Map<ConversationKey, SessionId> imported = new HashMap<>();
  private final Map<ConversationKey, List<SessionId>> recorded = new HashMap<>();
  private final Map<ConversationKey, SessionId> live = new HashMap<>();

  private SessionLinks(Store store, ImportIndex index) {
    this.store = store;
    this.index = index;
  }

  static SessionLinks read(Store store, ImportIndex index) throws IOException {
    var links = new SessionLinks(store, index);
    var ids = store.ids();
    index.keep(ids);
    for (var id : ids) {
      var holding = index.holding(id);
      if (holding.isPresent()) {
        links.add(id, holding.get());
      } else {
        links.look(id);
      }
    }
    return links;
  }

  /** What the origin of an imported conversation is called. */
  static String format(Agent agent) {
    return agent.label() + FORMAT;
  }

  /** The session that an import made of a conversation. */
  Optional<Session> imported(ConversationKey key) {
    return Optional.ofNullable(imported.get(key)).flatMap(store::existing);
  }

  /** The sessions in which a conversation was recorded. */
  List<Session> recorded(ConversationKey key) {
    return recorded.getOrDefault(key, List.of()).stream()
        .flatMap(id -> store.existing(id).stream())
        .toList();
  }

  /**
   * The sessions of other conversations that begin with the same record: one of them may be a fork
   * that has copies of the other's records.
   */
  List<Session> related(Conversation conversation) {
    var keys = new LinkedHashSet<ConversationKey>();
    for (var file : conversation.files()) {
      keys.addAll(index.withRoot(file.owner().root()));
    }
    keys.remove(conversation.key());
    var sessions = new ArrayList<Session>();
    for (var key : keys) {
      imported(key).ifPresent(sessions::add);
      sessions.addAll(recorded(key));
    }
    return sessions;
  }

  /** The session in which a conversation goes on at this time. */
  Optional<SessionId> beingRecorded(ConversationKey key) {
    return Optional.ofNullable(live.get(key));
  }

  /** There is a session of a conversation now. */
  void imported(ConversationKey key, SessionId id) {
    var holding = new Holding(Set.of(key), Holding.Kind.IMPORTED);
    index.put(id, holding);
    index.put(key, id);
    add(id, holding);
  }

  private void add(SessionId id, Holding holding) {
    for (var key : holding.conversations()) {
      switch (holding.kind()) {
        case IMPORTED -> imported.put(key, id);
        case RECORDED -> recorded.computeIfAbsent(key, _ -> new ArrayList<>()).add(id);
      }
    }
  }

  private void look(SessionId id) throws IOException {
    var session = store.existing(id);
    if (session.isEmpty()) {
      return;
    }
    SessionSummary summary;
    try {
      summary = session.get().summary();
    } catch (IOException e) {
      // One that cannot be read is no hindrance for the others.
      return;
    }
    var isImported =
        summary.header().origin().filter(from -> from.format().endsWith(FORMAT)).isPresent();
    var kind = isImported ? Holding.Kind.IMPORTED : Holding.Kind.RECORDED;
    var holding = new Holding(conversations(session.get(), kind), kind);
    add(id, holding);
    if (summary.state() == SessionState.RECORDING) {
      holding.conversations().forEach(key -> live.put(key, id));
    } else {
      index.put(id, holding);
      if (isImported) {
        holding.conversations().forEach(key -> index.put(key, id));
      }
    }
  }

  /** The conversations that a session holds: an imported one says so at its beginning. */
  private static Set<ConversationKey> conversations(Session session, Holding.Kind kind)
      throws IOException {
    if (!Files.isDirectory(session.transcripts())) {
      return Set.of();
    }
    var found = new LinkedHashSet<ConversationKey>();
    try (var reader = session.read()) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        if (next.get() instanceof Event.Message message && began(message)) {
          var entry = message.entry();
          Agent.labelled(entry.agent())
              .ifPresent(agent -> found.add(new ConversationKey(agent, entry.conversation())));
          if (kind == Holding.Kind.IMPORTED) {
            return found;
          }
        }
      }
    }
    return found;
  }

  private static boolean began(Event.Message message) {
    return message.entry().blocks().stream().anyMatch(Block.Began.class::isInstance);
  }
}
