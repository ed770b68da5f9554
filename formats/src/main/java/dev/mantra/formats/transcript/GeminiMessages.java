package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what stands in a message, or what has changed in it. */
final class GeminiMessages {

  private final GeminiTeller teller;
  private final GeminiTools tools;

  GeminiMessages(GeminiTeller teller) {
    this.teller = teller;
    this.tools = new GeminiTools(teller);
  }

  /**
   * @param texts those that were not told
   */
  void tell(GeminiMessage message, GeminiHistory.Told told, List<String> texts) {
    switch (message.type()) {
      case "user" -> user(message, told, texts);
      case "gemini" -> reply(message, told, texts);
      case "info", "warning", "error" -> {
        if (!texts.isEmpty()) {
          text(message, told.name(), Kind.SYSTEM, String.join("\n", texts));
        }
      }
      default -> teller.unknown(message.type(), message.place());
    }
    teller.completed(message.time());
  }

  private void user(GeminiMessage message, GeminiHistory.Told told, List<String> texts) {
    var prompts = new ArrayList<String>();
    var output = new StringBuilder();
    for (var raw : texts) {
      var text = GeminiText.of(raw);
      switch (text.kind()) {
        case PROMPT -> prompts.add(text.text());
        case COMMAND -> {
          prompts.add(text.text());
          output.append(text.output());
        }
        case CONTEXT -> text.folder().ifPresent(teller::folder);
        case SUMMARY -> text(message, told.name() + "/summary", Kind.SUMMARY, text.text());
      }
    }
    var pictures = message.parts("inlineData");
    if (!prompts.isEmpty() || !pictures.isEmpty()) {
      var entry = entry(message, told.name(), Kind.USER);
      if (!prompts.isEmpty()) {
        entry.text(String.join("\n", prompts));
      }
      pictures.forEach(picture -> entry.add(image(picture)));
      teller.tell(entry, message.place());
    }
    if (!output.isEmpty()) {
      text(message, told.name() + "/output", Kind.SYSTEM, output.toString());
    }
    message.parts("functionResponse").forEach(response -> tools.response(message, response));
  }

  private void reply(GeminiMessage message, GeminiHistory.Told told, List<String> texts) {
    var json = message.json();
    int number = 0;
    for (var thought : json.get("thoughts").elements()) {
      var entry = reply(message, told, told.name() + "/thought/" + number++, Kind.THINKING);
      var time = Times.of(thought.text("timestamp"));
      teller.tell(entry.time(time.or(message::time)).text(words(thought)), message.place());
    }
    for (var text : texts) {
      said(message, told, text);
    }
    for (var call : json.get("toolCalls").elements()) {
      tools.call(message, call, reply(message, told, call.text("id"), Kind.TOOL));
    }
    if (!json.get("toolCalls").isArray()) {
      message.parts("functionCall").stream()
          .filter(call -> !call.text("id").isEmpty())
          .forEach(
              call -> tools.call(message, call, reply(message, told, call.text("id"), Kind.TOOL)));
    }
  }

  private void said(GeminiMessage message, GeminiHistory.Told told, String text) {
    var name = told.name();
    if (teller.hasTold(name)) {
      var entry = entry(message, name, Kind.ASSISTANT).model(model(message)).text(text);
      teller.change(entry, Change.REPLACED, text, message.place());
    } else {
      teller.tell(reply(message, told, name, Kind.ASSISTANT).text(text), message.place());
      teller.mark(name, text);
    }
  }

  private void text(GeminiMessage message, String id, Kind kind, String text) {
    teller.tell(entry(message, id, kind).text(text), message.place());
  }

  private EntryBuilder entry(GeminiMessage message, String id, Kind kind) {
    return teller.entry(message.place(), id, kind).time(message.time());
  }

  /** The first entry of a reply tells its tokens. */
  private EntryBuilder reply(GeminiMessage message, GeminiHistory.Told told, String id, Kind kind) {
    var entry = entry(message, id, kind).model(model(message));
    var begun = teller.begun().filter(at -> message.time().filter(at::isAfter).isEmpty());
    var usage = usage(message.json().get("tokens"));
    boolean isFirst = !teller.hasTold(id) && !usage.isNone() && told.count();
    return entry.started(begun).usage(isFirst ? usage : Usage.NONE);
  }

  private static Optional<String> model(GeminiMessage message) {
    return message.json().get("model").optionalText();
  }

  private static String words(Json thought) {
    var subject = thought.text("subject");
    var description = thought.text("description");
    return subject.isEmpty() || description.isEmpty()
        ? subject + description
        : subject + "\n" + description;
  }

  private static Block image(Json data) {
    // base64: four characters for three bytes
    return new Block.Image(data.text("mimeType"), data.text("data").length() / 4 * 3L);
  }

  /** The input is counted with what came from the cache, the output without the thoughts. */
  private static Usage usage(Json tokens) {
    long cached = tokens.number("cached");
    long thoughts = tokens.number("thoughts");
    long input = tokens.number("input") + tokens.number("tool");
    return new Usage(
        Math.max(0, input - cached), cached, 0, tokens.number("output") + thoughts, thoughts);
  }
}
