package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Understands the transcripts of Claude Code; seen: 1.0.128, 2.0.77, 2.1.329.
 *
 * <p>A line is a record. Those that were said or done make a tree by {@code uuid} and {@code
 * parentUuid}:
 *
 * <pre>
 *  user        prompts, commands, results of tools, and what is put in the user's name
 *  assistant   one block of a reply: thinking, a text, or a call of a tool
 *  system      what Claude Code says itself
 *  attachment  what the model is told beside, and texts that were typed while it worked
 * </pre>
 *
 * All others are titles, copies of files, states and costs.
 *
 * <p>The order of the file is the order of the entries, but for parallel calls, whose results are
 * paired by their ids. A step back leaves a branch in the file: {@link Block.Rewound} is told where
 * it begins. Copies that a fork has made are not told: {@link Block.Began} names their origin.
 */
public final class ClaudeTranscript implements TranscriptParser {

  /** What 2.0 has sub-agents say when it starts, so that the model's cache is filled. */
  private static final String WARM_UP = "Warmup";

  private final TranscriptContext context;
  private final TranscriptSink sink;
  private final ClaudeTeller teller;
  private final ClaudePrompts prompts;
  private final ClaudeReplies replies;
  private final ClaudeNotes notes;
  private final ClaudeCopies copies = new ClaudeCopies(this::take, this::isNew);
  private final Seen seen = new Seen();
  private final Set<String> warmUps = new HashSet<>();
  private final Set<String> begun = new HashSet<>();

  public ClaudeTranscript(TranscriptContext context, TranscriptSink sink) {
    this.context = context;
    this.sink = sink;
    this.teller = new ClaudeTeller(context, sink);
    var tools = new ClaudeTools(teller);
    this.prompts = new ClaudePrompts(teller, tools);
    this.replies = new ClaudeReplies(teller, tools);
    this.notes = new ClaudeNotes(teller);
  }

  @Override
  public void accept(TranscriptRecord place) {
    try {
      var json = Json.of(place.json());
      if (json.isObject()) {
        copies.accept(new ClaudeRecord(place, json));
      } else {
        sink.problem("no object", place);
      }
    } catch (IOException e) {
      sink.problem(String.valueOf(e.getMessage()), place);
    }
  }

  @Override
  public void finish() {
    copies.release();
  }

  private void take(ClaudeRecord record) {
    if (!isNew(record)) {
      return;
    }
    teller.at(record);
    if (isWarmUp(record)) {
      return;
    }
    if (isSaid(record)) {
      begin(record);
    }
    switch (record.type()) {
      case "user" -> prompts.take(record);
      case "assistant" -> replies.take(record);
      case "system" -> {
        if (record.json().text("subtype").equals("local_command")) {
          prompts.local(record);
        } else {
          notes.system(record);
        }
      }
      case "attachment" -> {
        if (record.json().get("attachment").text("type").equals("queued_command")) {
          prompts.absorbed(record);
        } else {
          notes.attachment(record);
        }
      }
      case "progress" -> notes.progress(record);
      case "queue-operation" -> prompts.queue(record);
      case "ai-title" -> notes.found(record, record.json().text("aiTitle"));
      case "custom-title" -> notes.given(record, record.json().text("customTitle"));
      case "summary" -> summary(record);
      case "file-history-snapshot" -> notes.snapshot(record);
      case "file-history-delta" -> notes.delta(record);
      default -> {
        if (!ClaudeTypes.SILENT.contains(record.type())) {
          sink.unknown(record.type(), record.place());
        }
      }
    }
  }

  private boolean isNew(ClaudeRecord record) {
    return seen.add(record.uuid().isEmpty() ? "@" + record.place().offset() : record.uuid());
  }

  /** Up to 2.0 a file may hold titles of other conversations. */
  private void summary(ClaudeRecord record) {
    if (seen.contains(record.json().text("leafUuid"))) {
      notes.found(record, record.json().text("summary"));
    }
  }

  private boolean isWarmUp(ClaudeRecord record) {
    if (teller.isMain()) {
      return false;
    }
    boolean isRoot = record.parent().isEmpty() && record.type().equals("user");
    if (isRoot && record.firstText().equals(WARM_UP)) {
      warmUps.add(teller.speaker());
    }
    return warmUps.contains(teller.speaker());
  }

  /** Whether it is a part of the conversation, and no mark behind one of its turns. */
  private static boolean isSaid(ClaudeRecord record) {
    return switch (record.type()) {
      case "user", "assistant" -> true;
      case "system" -> !record.json().text("subtype").equals("turn_duration");
      default -> false;
    };
  }

  private void begin(ClaudeRecord record) {
    if (!teller.isMain() || !begun.add(teller.conversation())) {
      return;
    }
    var json = record.json();
    var began =
        new Block.Began(context.path(), json.text("cwd"), json.text("version"), copies.origin());
    var entry = teller.entry(record, record.uuid() + "/began", Kind.SYSTEM).omitted(0).add(began);
    teller.tell(entry, record);
  }
}
