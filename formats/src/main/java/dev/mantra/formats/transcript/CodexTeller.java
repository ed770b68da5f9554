package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.event.Usage;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells the entries of one rollout: whose they are, each once, and what each reply has cost.
 *
 * <p>Costs are written down after the reply, so they extend its last entry.
 */
final class CodexTeller {

  private final TranscriptSink sink;
  private final CodexThreads threads;
  private final Seen told;
  private String thread;
  private String conversation;
  private boolean isSubAgent;
  private Optional<String> model = Optional.empty();
  private Optional<Reply> reply = Optional.empty();
  private Usage waiting = Usage.NONE;
  private boolean hasReplied;
  private String last = "";

  /** The last entry of a reply whose costs are not known yet. */
  private record Reply(String id, Kind kind, Optional<Instant> time) {}

  /**
   * Tells the entries of a rollout.
   *
   * @param told what was told of it in an earlier pass
   */
  CodexTeller(TranscriptSink sink, CodexThreads threads, Seen told, TranscriptContext context) {
    this.sink = sink;
    this.threads = threads;
    this.told = told;
    this.thread = context.subAgent().map(SubAgent::id).orElse(context.conversation());
    this.conversation = context.conversation();
    this.isSubAgent = context.subAgent().isPresent();
  }

  void belongsTo(CodexHeader header) {
    thread = header.thread();
    conversation = header.isSubAgent() ? header.root() : header.thread();
    isSubAgent = header.isSubAgent();
  }

  void model(String name) {
    if (!name.isEmpty()) {
      model = Optional.of(name);
    }
  }

  String thread() {
    return thread;
  }

  /** The entry that was told last and still counts. */
  String last() {
    return last;
  }

  /** Something that a person or Codex itself says. */
  EntryBuilder entry(String id, Kind kind) {
    return new EntryBuilder(Agent.CODEX, conversation, id, kind).subAgent(subAgent());
  }

  /** Something that the model says or does. */
  EntryBuilder replied(String id, Kind kind) {
    return entry(id, kind).model(model);
  }

  void tell(EntryBuilder entry, CodexRecord record) {
    tell(entry.time(record.time()).build(), record);
  }

  void tell(Entry entry, CodexRecord record) {
    if (entry.change() == Change.ADDED) {
      last = entry.id();
      if (record.ordinal() >= 0) {
        threads.stands(thread, record.ordinal(), last);
      }
    }
    boolean isReply =
        switch (entry.kind()) {
          case ASSISTANT, THINKING, TOOL, SUMMARY -> true;
          case USER, PROGRESS, SYSTEM, SNAPSHOT, FILES, UNKNOWN -> false;
        };
    if (isReply && entry.change() == Change.ADDED) {
      hasReplied = true;
      reply = Optional.of(new Reply(entry.id(), entry.kind(), entry.time()));
    } else if (reply.isPresent() && reply.get().id.equals(entry.id())) {
      reply = Optional.of(new Reply(entry.id(), entry.kind(), entry.time()));
    }
    note(entry, record);
    if (isReply && !waiting.isNone()) {
      var costs = waiting;
      waiting = Usage.NONE;
      cost(costs, record);
    }
  }

  /**
   * A reply has cost this; when there was none, the next one gets it. What was spent before the
   * first one is repeated from another file.
   */
  void cost(Usage usage, CodexRecord record) {
    if (usage.isNone() || !hasReplied) {
      return;
    }
    if (reply.isEmpty()) {
      waiting = waiting.plus(usage);
      return;
    }
    var paid = reply.get();
    reply = Optional.empty();
    var entry =
        entry(paid.id, paid.kind).change(Change.EXTENDED).time(paid.time).usage(usage).build();
    tell(entry, record);
  }

  /** The conversation goes on from an earlier entry. */
  void rewind(String to, CodexRecord record) {
    var id = record.name() + "/rewound";
    note(entry(id, Kind.SYSTEM).add(new Block.Rewound(to)).time(record.time()).build(), record);
    last = to;
  }

  /** Tells something about the conversation, which nobody can step back to. */
  void note(Entry entry, CodexRecord record) {
    if (isNew(entry, record)) {
      sink.entry(entry, record.place());
    }
  }

  void unknown(String kind, CodexRecord record) {
    sink.unknown(kind, record.place());
  }

  void problem(String reason, TranscriptRecord place) {
    sink.problem(reason, place);
  }

  private boolean isNew(Entry entry, CodexRecord record) {
    return told.add(entry.change() + "@" + record.place().offset() + " " + entry.id());
  }

  private Optional<SubAgent> subAgent() {
    return isSubAgent
        ? Optional.of(new SubAgent(thread, threads.callOf(thread)))
        : Optional.empty();
  }
}
