package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Messages as the model sees them: what the terminal's agent keeps, and what both kinds write down
 * as lines. What a person typed stands within a tag, beside what is told without being asked.
 */
final class CursorMessages {

  private static final String QUERY = "<user_query>";
  private static final String QUERY_END = "</user_query>";

  private final CursorVoice voice;
  private final Optional<String> model;

  /**
   * Tells messages of a conversation.
   *
   * @param model of those that do not name theirs
   */
  CursorMessages(CursorVoice voice, Optional<String> model) {
    this.voice = voice;
    this.model = model;
  }

  /**
   * Takes a message, whose content is a text or a list of parts.
   *
   * @param id of it; its parts get numbers
   */
  void take(String id, String role, Json message, TranscriptRecord record) {
    var content = message.get("content");
    var time = Times.ofMillis(message.get("createdAt"));
    switch (role) {
      case "user" -> prompt(id, content, time, record);
      case "assistant" -> reply(id, message, time, record);
      case "tool" -> parts(content).forEach(part -> result(part, time, record));
      case "system" -> {}
      default -> voice.unknown("message of " + role, record);
    }
  }

  /** What a person typed; absent when a message is only what is told without being asked. */
  static Optional<String> query(String text) {
    int from = text.indexOf(QUERY);
    int to = text.lastIndexOf(QUERY_END);
    if (from >= 0 && to > from) {
      return Optional.of(text.substring(from + QUERY.length(), to).strip());
    }
    return Scaffolding.isIn(text) || text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  private void prompt(String id, Json content, Optional<Instant> time, TranscriptRecord record) {
    var text =
        parts(content).stream()
            .map(CursorMessages::text)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n"));
    query(text)
        .ifPresent(
            said -> voice.tell(voice.entry(id, Kind.USER).time(time).text(said).build(), record));
  }

  private void reply(String id, Json message, Optional<Instant> time, TranscriptRecord record) {
    var named = message.get("providerOptions").get("cursor").get("modelName").optionalText();
    int number = 0;
    for (var part : parts(message.get("content"))) {
      var name = number == 0 ? id : id + "/" + number;
      number++;
      switch (part.isText() ? "text" : part.text("type")) {
        case "text", "output_text" ->
            said(replied(name, Kind.ASSISTANT, time, named), text(part), record);
        case "reasoning", "thinking" ->
            said(replied(name, Kind.THINKING, time, named), text(part), record);
        case "redacted-reasoning" -> {}
        case "tool-call", "tool_use" -> {
          var given = part.text("toolCallId") + part.text("id");
          var call = given.isEmpty() ? name : given;
          var block =
              new Block.Call(
                  call,
                  part.text("toolName") + part.text("name"),
                  part.get("args").asWritten() + part.get("input").asWritten());
          var entry = replied(call, Kind.TOOL, time, named).started(time).add(block);
          voice.tell(entry.build(), record);
        }
        default -> voice.unknown("part of type " + part.text("type"), record);
      }
    }
  }

  private void said(EntryBuilder entry, String text, TranscriptRecord record) {
    if (!text.isBlank()) {
      voice.tell(entry.text(text).build(), record);
    }
  }

  private void result(Json part, Optional<Instant> time, TranscriptRecord record) {
    var call = part.text("toolCallId");
    var outcome = part.get("isError").isTrue() ? Outcome.FAILED : Outcome.DONE;
    var block = new Result(call, outcome, part.get("result").asWritten(), OptionalInt.empty());
    var entry = voice.entry(call, Kind.TOOL).change(Change.EXTENDED).time(time).add(block);
    voice.tell(entry.build(), record);
  }

  private EntryBuilder replied(
      String id, Kind kind, Optional<Instant> time, Optional<String> named) {
    return voice.entry(id, kind).time(time).model(named.or(() -> model));
  }

  private static List<Json> parts(Json content) {
    return content.isText() ? List.of(content) : content.elements();
  }

  private static String text(Json part) {
    return part.isText() ? part.text() : part.text("text") + part.text("thinking");
  }
}
