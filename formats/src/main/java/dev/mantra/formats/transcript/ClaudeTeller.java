package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.SubAgent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the entries of one file: whose they are, when they were begun, and each of them once. */
final class ClaudeTeller {

  private final TranscriptContext context;
  private final TranscriptSink sink;
  private final ClaudeSidechains sidechains = new ClaudeSidechains();
  private final ClaudeRewinds rewinds = new ClaudeRewinds();
  private final Seen told = new Seen();

  /** When the last block of each agent was complete; the main conversation's is under "". */
  private final Map<String, Instant> latest = new HashMap<>();

  private String conversation;
  private Optional<SubAgent> subAgent = Optional.empty();

  /** The last entry of the main conversation that others can follow. */
  private String last = "";

  ClaudeTeller(TranscriptContext context, TranscriptSink sink) {
    this.context = context;
    this.sink = sink;
    this.conversation = context.conversation();
  }

  /** What is told from now on stands in this record. */
  void at(ClaudeRecord record) {
    if (!record.conversation().isEmpty()) {
      conversation = record.conversation();
    }
    if (context.subAgent().isPresent()) {
      subAgent = context.subAgent();
    } else if (!record.uuid().isEmpty()) {
      subAgent = record.isSidechain() ? Optional.of(sidechains.of(record)) : Optional.empty();
    } else {
      subAgent = Optional.empty();
    }
  }

  boolean isMain() {
    return subAgent.isEmpty();
  }

  String conversation() {
    return conversation;
  }

  /** Which agent speaks: empty for the main conversation. */
  String speaker() {
    return subAgent.map(SubAgent::id).orElse("");
  }

  ClaudeSidechains sidechains() {
    return sidechains;
  }

  /** When what the agent is doing now was begun. */
  Optional<Instant> begun() {
    return Optional.ofNullable(latest.get(speaker()));
  }

  /** A block is complete: the next one begins. */
  void completed(ClaudeRecord record) {
    // What was typed while the agent worked is older than what it follows.
    record.time().ifPresent(time -> latest.merge(speaker(), time, (a, b) -> a.isAfter(b) ? a : b));
  }

  EntryBuilder entry(ClaudeRecord record, String id, Kind kind) {
    return new EntryBuilder(Agent.CLAUDE, conversation, id, kind)
        .subAgent(subAgent)
        .time(record.time())
        .omitted(record.place().omitted());
  }

  /** Tells what others may follow in the conversation. */
  void tell(EntryBuilder builder, ClaudeRecord record) {
    var entry = builder.build();
    note(entry, record);
    if (isMain() && entry.change() == Change.ADDED) {
      last = entry.id();
    }
  }

  /** Tells what somebody typed, and first, that the conversation went back for it. */
  void prompt(EntryBuilder builder, ClaudeRecord record) {
    if (isMain()) {
      var back = rewinds.prompt(record.parent(), last);
      back.ifPresent(
          id ->
              tell(
                  entry(record, record.uuid() + "/rewound", Kind.SYSTEM)
                      .omitted(0)
                      .add(new Block.Rewound(id)),
                  record));
    }
    tell(builder, record);
  }

  /** Tells something beside the conversation. */
  void note(Entry entry, ClaudeRecord record) {
    if (entry.change() != Change.ADDED || told.add(entry.id())) {
      sink.entry(entry, record.place());
    }
  }

  boolean hasTold(String id) {
    return told.contains(id);
  }

  void unknown(String kind, ClaudeRecord record) {
    sink.unknown(kind, record.place());
  }
}
