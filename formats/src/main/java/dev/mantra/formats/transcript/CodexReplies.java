package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Entry.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the model says and thinks. Each stands twice; the text is taken from what the model gave,
 * the time it took from the event, which stands before it.
 */
final class CodexReplies {

  /** A message follows its event at once. */
  private static final int WAITING = 64;

  private record Span(Optional<Instant> started, Optional<Instant> completed) {}

  private final CodexTeller teller;
  private final Map<String, Span> spans = new LinkedHashMap<>();
  private boolean eventsComeFirst;
  private String summary = "";

  CodexReplies(CodexTeller teller) {
    this.teller = teller;
  }

  /** The event that says that a message or a thought is complete. */
  void completed(Json event, CodexRecord record) {
    var span =
        new Span(
            Times.ofMillis(event.get("started_at_ms")),
            Times.ofMillis(event.get("completed_at_ms")));
    spans.put(event.get("item").text("id"), span);
    if (spans.size() > WAITING) {
      spans.remove(spans.keySet().iterator().next());
    }
  }

  void message(CodexRecord record) {
    var span = Optional.ofNullable(spans.remove(record.id()));
    eventsComeFirst |= span.isPresent();
    // A reply that no event tells was not shown: the summary that a compacted history begins with.
    boolean isShown = span.isPresent() || !eventsComeFirst;
    var text = CodexPrompts.text(record);
    if (!isShown) {
      summary = text;
    }
    tell(text, isShown ? Kind.ASSISTANT : Kind.SUMMARY, span, record);
  }

  void reasoning(CodexRecord record) {
    var span = Optional.ofNullable(spans.remove(record.id()));
    var text = texts(record.payload().get("summary"));
    if (text.isEmpty()) {
      text = texts(record.payload().get("content"));
    }
    // Most thoughts are encrypted, and nothing of them is to be read.
    if (!text.isEmpty()) {
      tell(text, Kind.THINKING, span, record);
    }
  }

  /** One agent writes to another: a task, or what came of it. */
  void letter(CodexRecord record, boolean toSubAgent) {
    var kind = toSubAgent ? Kind.USER : Kind.SYSTEM;
    var text = texts(record.payload().get("content"));
    teller.tell(teller.entry(record.id(), kind).text(text), record);
  }

  /** The history was replaced by a summary, which may just have been told. */
  void compacted(CodexRecord record) {
    var message = record.payload().text("message");
    boolean isTold = message.isEmpty() || (!summary.isEmpty() && message.endsWith(summary));
    summary = "";
    var entry =
        isTold
            ? teller.entry(record.name(), Kind.SYSTEM).text("The context was compacted.")
            : teller.replied(record.name(), Kind.SUMMARY).text(message);
    teller.tell(entry.omitted(record.place().omitted()), record);
  }

  private void tell(String text, Kind kind, Optional<Span> span, CodexRecord record) {
    var entry =
        teller
            .replied(record.id(), kind)
            .started(span.flatMap(Span::started))
            .time(span.flatMap(Span::completed).or(record::time))
            .omitted(record.place().omitted())
            .text(text);
    teller.tell(entry.build(), record);
  }

  private static String texts(Json parts) {
    return parts.elements().stream()
        .map(part -> part.text("text"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
