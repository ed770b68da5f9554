package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.SubAgent;
import java.time.Instant;
import java.util.Optional;

/** Tells the entries of one file: whose they are, when they were begun, and each of them once. */
final class GeminiTeller {

  private final TranscriptContext context;
  private final TranscriptSink sink;
  private final Seen told = new Seen();
  private String conversation;
  private Optional<SubAgent> subAgent;
  private String folder = "";
  private Optional<Instant> start = Optional.empty();
  private Optional<Instant> latest = Optional.empty();
  private boolean hasBegun;
  private String title = "";
  private String last = "";

  GeminiTeller(TranscriptContext context, TranscriptSink sink) {
    this.context = context;
    this.sink = sink;
    this.conversation = context.conversation();
    this.subAgent = context.subAgent();
  }

  /** The first record of a file. */
  void head(Json head) {
    start = Times.of(head.text("startTime")).or(() -> start);
    head.get("directories").elements().forEach(path -> folder(path.text()));
    boolean isSubAgent = head.text("kind").equals("subagent");
    if (isSubAgent && subAgent.isEmpty()) {
      subAgent = Optional.of(new SubAgent(head.text("sessionId"), ""));
    }
    if (subAgent.isEmpty()) {
      belongsTo(head.text("sessionId"));
    }
  }

  void belongsTo(String id) {
    if (!id.isEmpty() && subAgent.isEmpty()) {
      conversation = id;
    }
  }

  /** The first folder that is named is the one it works in. */
  void folder(String path) {
    folder = folder.isEmpty() ? path : folder;
  }

  /** The entry that was told last. */
  String last() {
    return last;
  }

  /** When what the agent is doing now was begun. */
  Optional<Instant> begun() {
    return latest;
  }

  void completed(Optional<Instant> time) {
    if (time.isPresent()) {
      latest = time;
    }
  }

  EntryBuilder entry(TranscriptRecord place, String id, Kind kind) {
    return new EntryBuilder(Agent.GEMINI, conversation, id, kind)
        .subAgent(subAgent)
        .omitted(place.omitted());
  }

  /** Tells an entry, if it is the first of its id. */
  void tell(EntryBuilder builder, TranscriptRecord place) {
    begin(place);
    var entry = builder.build();
    if (told.add(entry.id())) {
      last = entry.id();
      sink.entry(entry, place);
    }
  }

  /**
   * Tells what has become of an entry.
   *
   * @param state tells this change from others of the entry
   */
  void change(EntryBuilder builder, Change change, String state, TranscriptRecord place) {
    var entry = builder.change(change).build();
    if (told.add(entry.id() + " " + state)) {
      sink.entry(entry, place);
    }
  }

  /** What an entry was told with is no change when it comes again. */
  void mark(String id, String state) {
    told.add(id + " " + state);
  }

  /** Tells something beside the conversation. */
  void note(EntryBuilder builder, TranscriptRecord place) {
    var entry = builder.build();
    if (told.add(entry.id())) {
      sink.entry(entry, place);
    }
  }

  boolean hasTold(String id) {
    return told.contains(id);
  }

  void title(String name, TranscriptRecord place) {
    if (!name.isEmpty() && !name.equals(title)) {
      title = name;
      begin(place);
      var id = "title@" + place.offset();
      note(entry(place, id, Kind.SUMMARY).add(new Block.Titled(name)), place);
    }
  }

  void unknown(String kind, TranscriptRecord place) {
    sink.unknown(kind, place);
  }

  void problem(String reason, TranscriptRecord place) {
    sink.problem(reason, place);
  }

  /** A conversation in which nothing was said is none: each start leaves such a file. */
  private void begin(TranscriptRecord place) {
    if (hasBegun || subAgent.isPresent()) {
      return;
    }
    hasBegun = true;
    var began = new Block.Began(context.path(), folder, "", Optional.empty());
    var id = conversation + "/began@" + start.map(Instant::toString).orElse("");
    tell(entry(place, id, Kind.SYSTEM).omitted(0).time(start).add(began), place);
  }
}
