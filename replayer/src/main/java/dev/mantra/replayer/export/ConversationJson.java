package dev.mantra.replayer.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.formats.conversation.LinkedConversation;
import java.io.IOException;

/** What is known of an agent's conversation as JSON: the same fields wherever it is printed. */
public final class ConversationJson {

  private ConversationJson() {}

  /** Writes the fields, inside an object that was begun; one without a value is left out. */
  public static void fields(JsonGenerator json, LinkedConversation linked) throws IOException {
    json.writeStringField("agent", linked.agent());
    json.writeStringField("id", linked.id());
    if (linked.title().isPresent()) {
      json.writeStringField("title", linked.title().get());
    }
    if (linked.began().isPresent()) {
      var began = linked.began().get();
      json.writeStringField("transcript", began.transcript());
      json.writeStringField("folder", began.folder());
      json.writeStringField("version", began.version());
      if (began.forkedFrom().isPresent()) {
        json.writeStringField("forkedFrom", began.forkedFrom().get());
      }
    }
    json.writeArrayFieldStart("models");
    for (var model : linked.models()) {
      json.writeString(model);
    }
    json.writeEndArray();
    json.writeNumberField("messages", linked.messages());
    json.writeNumberField("unknownRecords", linked.unknown());
    json.writeObjectFieldStart("tokens");
    EntryJson.tokens(json, linked.usage());
    json.writeEndObject();
  }
}
