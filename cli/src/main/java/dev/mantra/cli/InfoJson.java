package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.replayer.export.ConversationJson;
import dev.mantra.replayer.export.EntryJson;
import java.io.IOException;
import java.util.Locale;
import java.util.TreeMap;

/** What {@code info --json} prints: the fields of {@code ls --json}, and more. */
final class InfoJson {

  private InfoJson() {}

  static void fields(JsonGenerator json, SessionContents contents) throws IOException {
    json.writeObjectFieldStart("session");
    SessionJson.fields(json, contents.summary());
    header(json, contents.summary().header());
    totals(json, contents);
    files(json, contents.files());
    conversations(json, contents);
    missing(json, contents);
    said(json, contents);
    json.writeEndObject();
  }

  private static void header(JsonGenerator json, SessionHeader header) throws IOException {
    json.writeNumberField("columns", header.size().columns());
    json.writeNumberField("rows", header.size().rows());
    json.writeObjectFieldStart("environment");
    for (var variable : new TreeMap<>(header.environment()).entrySet()) {
      json.writeStringField(variable.getKey(), variable.getValue());
    }
    json.writeEndObject();
    json.writeStringField("input", header.input().name().toLowerCase(Locale.ROOT));
    if (header.idleTimeLimit().isPresent()) {
      json.writeNumberField(
          "idleTimeLimit", SessionJson.seconds(header.idleTimeLimit().get().toNanos()));
    }
    Json.text(json, "gitHead", header.gitHead());
    json.writeStringField("recordedBy", header.recordedBy());
    if (header.origin().isPresent()) {
      var origin = header.origin().get();
      json.writeObjectFieldStart("origin");
      json.writeStringField("format", origin.format());
      json.writeStringField("path", origin.path());
      json.writeStringField("sha256", origin.sha256());
      json.writeEndObject();
    }
  }

  private static void totals(JsonGenerator json, SessionContents contents) throws IOException {
    var end = contents.summary().end();
    if (end.isPresent()) {
      json.writeStringField("endReason", end.get().reason().name().toLowerCase(Locale.ROOT));
    }
    var totals = contents.totals();
    json.writeNumberField("events", totals.events());
    json.writeNumberField("outputBytes", totals.outputBytes());
    json.writeNumberField("inputBytes", totals.inputBytes());
    json.writeNumberField("hiddenInputs", contents.hiddenInputs());
    json.writeNumberField("pauses", contents.pauses());
    json.writeNumberField("unknownEvents", contents.unknown());
  }

  private static void files(JsonGenerator json, FileCount files) throws IOException {
    json.writeObjectFieldStart("files");
    json.writeStringField("workspace", files.folder());
    json.writeNumberField("touched", files.touched());
    json.writeNumberField("linesAdded", files.added());
    json.writeNumberField("linesRemoved", files.removed());
    NotCapturedJson.field(json, files.missing());
    if (!files.lacking().isEmpty()) {
      json.writeObjectFieldStart("missing");
      for (var lacking : files.lacking().entrySet()) {
        json.writeNumberField(lacking.getKey().name().toLowerCase(Locale.ROOT), lacking.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void conversations(JsonGenerator json, SessionContents contents)
      throws IOException {
    if (contents.conversation().linked().isEmpty()) {
      return;
    }
    json.writeNumberField("prompts", contents.conversation().prompts().size());
    json.writeObjectFieldStart("tokens");
    EntryJson.tokens(json, contents.tokens());
    json.writeEndObject();
    json.writeArrayFieldStart("conversations");
    for (var linked : contents.conversation().linked()) {
      json.writeStartObject();
      ConversationJson.fields(json, linked);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void missing(JsonGenerator json, SessionContents contents) throws IOException {
    json.writeArrayFieldStart("gaps");
    for (var gap : contents.gaps()) {
      json.writeStartObject();
      json.writeNumberField("from", SessionJson.seconds(gap.since()));
      json.writeNumberField("to", SessionJson.seconds(gap.at()));
      json.writeNumberField("bytes", gap.bytes());
      json.writeStringField("reason", gap.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("damage");
    for (var damage : contents.damage()) {
      json.writeStartObject();
      json.writeNumberField("from", damage.from());
      json.writeNumberField("to", damage.to());
      json.writeStringField("reason", damage.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void said(JsonGenerator json, SessionContents contents) throws IOException {
    json.writeArrayFieldStart("marks");
    for (var mark : contents.marks()) {
      json.writeStartObject();
      json.writeNumberField("at", SessionJson.seconds(mark.at()));
      json.writeStringField("label", mark.label());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notes");
    for (var note : contents.summary().notes().notes()) {
      json.writeStartObject();
      json.writeStringField("made", note.made().toString());
      json.writeStringField("text", note.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
