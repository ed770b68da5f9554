package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import java.io.IOException;
import java.util.Optional;

/**
 * Understands the lines that Cursor writes of its conversations, {@code agent-transcripts}. They
 * have no times, no results and no ids; where the conversation is in a database, {@link
 * CursorHistory} has all of it.
 */
public final class CursorTranscript implements TranscriptParser {

  private final TranscriptContext context;
  private final CursorVoice voice;
  private final CursorMessages messages;
  private long last = -1;

  public CursorTranscript(TranscriptContext context, TranscriptSink sink) {
    this.context = context;
    this.voice = new CursorVoice(sink, context.conversation(), context.subAgent());
    this.messages = new CursorMessages(voice, Optional.empty());
  }

  @Override
  public void accept(TranscriptRecord record) {
    if (record.offset() <= last) {
      return;
    }
    if (last < 0 && context.subAgent().isEmpty()) {
      var began = new Block.Began(context.path(), "", "", Optional.empty());
      voice.tell(voice.entry("began", Kind.SYSTEM).add(began).build(), record);
    }
    last = record.offset();
    try {
      var json = Json.of(record.json());
      var message = json.get("message");
      if (message.isObject()) {
        messages.take("@" + record.offset(), json.text("role"), message, record);
      } else if (json.isObject()) {
        voice.unknown("line without a message", record);
      } else {
        voice.problem("no object", record);
      }
    } catch (IOException e) {
      voice.problem(String.valueOf(e.getMessage()), record);
    }
  }

  @Override
  public void finish() {}
}
