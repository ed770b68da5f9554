package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import java.io.IOException;
import java.util.Optional;

/** One pass through a rollout: what must be remembered of it to understand the next line. */
final class CodexRollout {

  private final TranscriptContext context;
  private final CodexThreads threads;
  private final CodexTeller teller;
  private final CodexItems items;
  private final CodexEvents events;
  private final CodexPrompts prompts;
  private final CodexReplies replies;
  private final CodexUsage usage;
  private final CodexCopies copies = new CodexCopies();
  private final String file;
  private Optional<CodexHeader> header = Optional.empty();

  /** A line of 0.29 that tells no folder: it is told when the folder is known. */
  private Optional<CodexRecord> beginning = Optional.empty();

  CodexRollout(TranscriptContext context, CodexThreads threads, CodexTeller teller) {
    this.context = context;
    this.threads = threads;
    this.teller = teller;
    var shell = new CodexShell(teller);
    var tools = new CodexTools(teller, threads);
    this.prompts = new CodexPrompts(teller, threads, shell);
    this.replies = new CodexReplies(teller);
    this.usage = new CodexUsage(teller);
    this.items = new CodexItems(teller, prompts, replies, tools);
    this.events = new CodexEvents(teller, threads, prompts, replies, tools, shell, usage);
    this.file = nameOf(context);
  }

  void accept(TranscriptRecord place) {
    try {
      var json = Json.of(place.json());
      if (!json.isObject()) {
        teller.problem("no object", place);
      } else if (json.get("payload").isObject()) {
        envelope(json, record(json, place, json.get("payload")));
      } else {
        flat(json, record(json, place, json));
      }
    } catch (IOException e) {
      teller.problem(String.valueOf(e.getMessage()), place);
    }
  }

  void finish() {
    tellBeginning("");
    prompts.settle();
  }

  private CodexRecord record(Json json, TranscriptRecord place, Json payload) {
    return new CodexRecord(
        place,
        payload,
        json.text("timestamp"),
        json.get("ordinal").isPresent() ? json.number("ordinal") : -1,
        file + "@" + place.offset());
  }

  private void envelope(Json json, CodexRecord record) {
    var type = json.text("type");
    if (type.equals("session_meta")) {
      header(CodexHeader.of(record.payload()), record);
      return;
    }
    if (copies.hasCopied(record)) {
      return;
    }
    switch (type) {
      case "turn_context" -> teller.model(record.payload().text("model"));
      case "response_item" -> items.take(record);
      case "event_msg" -> events.take(record);
      case "compacted" -> replies.compacted(record);
      case "token_usage_record" -> usage.record(record);
      case "world_state", "inter_agent_communication_metadata", "session_state" -> {}
      default -> teller.unknown(type, record);
    }
  }

  private void flat(Json json, CodexRecord record) {
    if (json.get("record_type").isPresent()) {
      return;
    }
    if (CodexHeader.isFlat(json)) {
      beginning = Optional.of(record);
      teller.belongsTo(CodexHeader.ofFlat(json));
      return;
    }
    var text = CodexPrompts.text(record);
    tellBeginning(text);
    items.take(record);
    prompts.settle();
  }

  private void header(CodexHeader read, CodexRecord record) {
    if (header.isPresent()) {
      copies.again(read);
      return;
    }
    boolean isSegment = isSegment(read);
    header = Optional.of(read);
    teller.belongsTo(read);
    copies.begin(read, record);
    if (!read.isSubAgent()) {
      began(read, read.folder(), record);
    }
    if (isSegment && read.base().isPresent()) {
      goesOn(read, read.base().get(), record);
    }
  }

  /** Whether the file goes on with a thread that other files have begun. */
  private boolean isSegment(CodexHeader read) {
    return read.base().map(CodexHeader.Base::thread).equals(Optional.of(read.thread()))
        || context.path().contains(read.thread() + "_");
  }

  private void goesOn(CodexHeader read, CodexHeader.Base base, CodexRecord record) {
    boolean isOwn = base.thread().equals(read.thread());
    if (isOwn && !threads.knows(read.thread())) {
      teller.problem("it goes on from a file that was not read before", record.place());
      return;
    }
    teller.rewind(threads.cut(read.thread(), isOwn ? base.end() : 0).orElse(""), record);
  }

  private void tellBeginning(String text) {
    var waiting = beginning;
    beginning = Optional.empty();
    waiting.ifPresent(
        record -> {
          int from = text.indexOf("<cwd>");
          int to = text.indexOf("</cwd>");
          var folder = from < 0 || to < from ? "" : text.substring(from + "<cwd>".length(), to);
          began(CodexHeader.ofFlat(record.payload()), folder, record);
        });
  }

  private void began(CodexHeader read, String folder, CodexRecord record) {
    var block = new Block.Began(context.path(), folder, read.version(), read.forkedFrom());
    var entry = teller.entry(record.name(), Kind.SYSTEM).add(block);
    teller.note(entry.time(read.created().or(record::time)).build(), record);
  }

  /** What tells this file from the others of its conversation: the end of its name. */
  private static String nameOf(TranscriptContext context) {
    var path = context.path();
    var name = path.substring(path.lastIndexOf('/') + 1);
    int end = name.indexOf(".jsonl");
    var stem = end < 0 ? name : name.substring(0, end);
    return stem.substring(Math.max(0, stem.length() - 12));
  }
}
