package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Usage;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * The messages of the editor, which it calls bubbles.
 *
 * <pre>
 *  type 1                       a prompt
 *  type 2                       a reply, or by its capabilityType
 *    15 toolFormerData            a call with its result
 *    30 thinking                  a thought; newer ones keep only a signature of it
 *    22                           the conversation was summed up here
 * </pre>
 */
final class CursorBubbles {

  private static final int USER = 1;
  private static final int ASSISTANT = 2;

  private static final int TOOL = 15;
  private static final int SUMMARY = 22;
  private static final int THINKING = 30;

  private final CursorVoice voice;
  private final CursorTools tools;
  private final CursorPromptTimes prompts;
  private final Optional<String> model;
  private final String summary;

  /**
   * Reads the messages of a conversation.
   *
   * @param model the conversation's
   * @param summary of it; empty when it was not summed up
   */
  CursorBubbles(
      CursorVoice voice,
      CursorTools tools,
      CursorPromptTimes prompts,
      Optional<String> model,
      String summary) {
    this.voice = voice;
    this.tools = tools;
    this.prompts = prompts;
    this.model = model;
    this.summary = summary;
  }

  void take(String id, Json bubble, TranscriptRecord record) throws IOException {
    int type = (int) bubble.number("type");
    if (type == USER) {
      prompt(id, bubble, record);
    } else if (type != ASSISTANT) {
      voice.unknown("bubble of type " + type, record);
    } else if (bubble.get("toolFormerData").isObject()
        && !bubble.get("toolFormerData").entries().isEmpty()) {
      var data = bubble.get("toolFormerData");
      var tool = entry(CursorTools.id(id, data), Kind.TOOL, bubble);
      voice.tell(tools.call(id, data, tool).build(), record);
    } else {
      reply(id, bubble, record);
    }
  }

  private void prompt(String id, Json bubble, TranscriptRecord record) {
    var text = bubble.text("text");
    if (text.isEmpty()) {
      text = CursorRichText.text(bubble.text("richText"));
    }
    var said = text;
    var entry = voice.entry(id, Kind.USER).time(written(bubble).or(() -> prompts.of(said)));
    if (!text.isEmpty()) {
      entry.text(text);
    }
    for (int i = 0; i < bubble.get("images").elements().size(); i++) {
      entry.add(new Block.Image("", 0));
    }
    voice.tell(entry.build(), record);
  }

  private void reply(String id, Json bubble, TranscriptRecord record) {
    int capability = (int) bubble.number("capabilityType");
    var text = bubble.text("text");
    switch (capability) {
      case THINKING -> {
        var thought = bubble.get("thinking").text("text");
        tell(entry(id, Kind.THINKING, bubble), thought, record);
      }
      case SUMMARY -> {
        var kind = summary.isEmpty() ? Kind.SYSTEM : Kind.SUMMARY;
        var said = summary.isEmpty() ? "The conversation was summed up." : summary;
        voice.tell(voice.entry(id, kind).time(written(bubble)).text(said).build(), record);
      }
      case 0, TOOL -> {
        // An answer that was stopped before its first word is left as an empty bubble.
        if (!text.isEmpty()) {
          tell(entry(id, Kind.ASSISTANT, bubble), text, record);
        }
      }
      default -> {
        voice.unknown("bubble of capability " + capability, record);
        if (!text.isEmpty()) {
          tell(entry(id, Kind.ASSISTANT, bubble), text, record);
        }
      }
    }
  }

  private void tell(EntryBuilder entry, String text, TranscriptRecord record) {
    if (!text.isEmpty()) {
      entry.text(text);
    }
    voice.tell(entry.build(), record);
  }

  private EntryBuilder entry(String id, Kind kind, Json bubble) {
    var time = written(bubble);
    var tokens = bubble.get("tokenCount");
    return voice
        .entry(id, kind)
        .started(sent(bubble).filter(sent -> time.isPresent() && sent.isBefore(time.get())))
        .time(time)
        .model(bubble.get("modelInfo").get("modelName").optionalText().or(() -> model))
        .usage(new Usage(tokens.number("inputTokens"), 0, 0, tokens.number("outputTokens"), 0));
  }

  /** When it was complete: bubbles before the end of 2025 say so only of replies. */
  private static Optional<Instant> written(Json bubble) {
    return Times.of(bubble.text("createdAt"))
        .or(() -> Times.ofMillis(bubble.get("createdAt")))
        .or(() -> Times.ofMillis(bubble.get("timingInfo").get("clientEndTime")));
  }

  private static Optional<Instant> sent(Json bubble) {
    return Times.ofMillis(bubble.get("timingInfo").get("clientRpcSendTime"));
  }
}
