package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Understands the transcripts of Gemini CLI; seen: 0.8.2, 0.26.0, 0.61.0.
 *
 * <p>Up to 0.26 the file is one document, which is written anew whenever it changes. Later it is a
 * log of changes:
 *
 * <pre>
 *  {"sessionId":…,"startTime":…,"kind":"main"}   the head
 *  {"id":…,"type":…,"content":…}                 a message, or what has become of one with this id
 *  {"$set":{"messages":[…]}}                     the history is now this one
 *  {"$rewindTo":ID}                              this message and all after it do not count
 * </pre>
 *
 * <p>A history that is written down once more, in either form, doubles nothing: messages are found
 * again by their ids or texts, and keep the id and the time they had first. What is missing in it
 * was compressed or left out for the model, and is not taken back.
 */
public final class GeminiTranscript implements TranscriptParser {

  /** Members of the file itself that say nothing about the conversation. */
  private static final Set<String> SILENT =
      Set.of("directories", "kind", "lastUpdated", "memoryScratchpad", "projectHash", "startTime");

  /** After a call was refused, the whole history is written down once more within this time. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private final GeminiTeller teller;
  private final GeminiMessages messages;
  private final GeminiHistory history = new GeminiHistory();

  /** When it was begun to write the history down once more, message by message. */
  private Optional<Instant> again = Optional.empty();

  public GeminiTranscript(TranscriptContext context, TranscriptSink sink) {
    this.teller = new GeminiTeller(context, sink);
    this.messages = new GeminiMessages(teller);
  }

  @Override
  public void accept(TranscriptRecord place) {
    Json json;
    try {
      json = Json.of(place.json());
    } catch (IOException e) {
      teller.problem(String.valueOf(e.getMessage()), place);
      return;
    }
    if (!json.isObject()) {
      teller.problem("no object", place);
    } else if (json.get("$rewindTo").isText()) {
      rewind(json.text("$rewindTo"), place);
    } else if (json.get("$set").isObject()) {
      members(json.get("$set"), place);
      if (json.get("$set").get("messages").isArray()) {
        again(json.get("$set").get("messages").elements(), place);
      }
    } else if (json.get("type").isText()) {
      message(new GeminiMessage(place, json));
    } else {
      if (json.get("sessionId").isText()) {
        teller.head(json);
      }
      members(json, place);
    }
  }

  @Override
  public void finish() {
    // Nothing is held back.
  }

  private void members(Json json, TranscriptRecord place) {
    teller.belongsTo(json.text("sessionId"));
    json.entries()
        .forEach(
            (name, value) -> {
              switch (name) {
                case "summary" -> teller.title(value.text(), place);
                case "sessionId", "messages" -> {}
                default -> {
                  if (!SILENT.contains(name)) {
                    teller.unknown("member " + name, place);
                  }
                }
              }
            });
  }

  private void message(GeminiMessage message) {
    var time = message.time().orElse(Instant.EPOCH);
    if (!history.isEmpty() && history.find(message.id()).isEmpty() && message.isContext()) {
      again = Optional.of(time);
      history.again();
    }
    boolean isNew = message.isReply() && !message.json().get("tokens").entries().isEmpty();
    again = again.filter(begun -> !isNew && !time.isAfter(begun.plus(AT_ONCE)));
    if (again.isPresent()) {
      copy(message);
    } else {
      take(message);
    }
  }

  /** The history is this one. */
  private void again(List<Json> all, TranscriptRecord place) {
    again = Optional.empty();
    history.again();
    all.forEach(json -> copy(new GeminiMessage(place, json)));
  }

  /** A message, or what has become of one. */
  private void take(GeminiMessage message) {
    var told = history.find(message.id()).orElseGet(() -> history.add(message.id(), teller.last()));
    tell(message, told, message.texts());
  }

  /** A message of a history that is written down once more, maybe with an id that it had not. */
  private void copy(GeminiMessage message) {
    var unknown = new ArrayList<String>();
    var known = history.find(message.id());
    for (var text : message.texts()) {
      var met = history.meet(text);
      if (met.isEmpty()) {
        unknown.add(text);
      } else if (known.isEmpty()) {
        known = met;
      }
    }
    if (known.isPresent() && unknown.isEmpty()) {
      history.rename(known.get(), message.id());
    }
    var told = history.find(message.id());
    tell(message, told.orElseGet(() -> history.add(message.id(), teller.last())), unknown);
  }

  private void tell(GeminiMessage message, GeminiHistory.Told told, List<String> texts) {
    if (!told.name().equals(message.id())) {
      // All its texts were told when it had its first id.
      messages.tell(message, told, List.of());
      return;
    }
    messages.tell(message, told, texts.stream().filter(text -> history.tell(told, text)).toList());
  }

  private void rewind(String id, TranscriptRecord place) {
    var back = history.find(id);
    if (back.isPresent()) {
      var entry = teller.entry(place, "rewound@" + place.offset(), Kind.SYSTEM).omitted(0);
      teller.tell(entry.add(new Block.Rewound(back.get().before())), place);
      history.cut(id);
    }
  }
}
