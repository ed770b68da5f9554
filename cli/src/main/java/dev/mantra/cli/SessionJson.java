package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.formats.journal.SessionSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A session as {@code --json} shows it. A field without a value is left out; times are ISO 8601 in
 * UTC, durations are in seconds.
 */
final class SessionJson {

  private static final int NANO_DIGITS = 9;

  private SessionJson() {}

  /** The fields of {@code ls --json}, inside an object that was begun. */
  static void fields(JsonGenerator json, SessionEntry entry) throws IOException {
    json.writeStringField("id", entry.session().id().value());
    if (entry.summary().isPresent()) {
      known(json, entry.summary().get());
      var messages = entry.messages();
      // Of one with an end they were said already.
      if (entry.summary().get().end().isEmpty() && messages.isPresent()) {
        json.writeNumberField("messages", messages.getAsLong());
      }
    } else {
      json.writeStringField("state", "damaged");
      json.writeStringField("problem", entry.problem());
    }
  }

  /** The same fields of a session that could be read. */
  static void fields(JsonGenerator json, SessionSummary summary) throws IOException {
    json.writeStringField("id", summary.header().id().value());
    known(json, summary);
  }

  static BigDecimal seconds(long nanos) {
    return BigDecimal.valueOf(nanos, NANO_DIGITS);
  }

  private static void known(JsonGenerator json, SessionSummary summary) throws IOException {
    json.writeStringField("state", SessionText.state(summary));
    header(json, summary);
    facts(json, summary);
  }

  private static void header(JsonGenerator json, SessionSummary summary) throws IOException {
    var header = summary.header();
    json.writeStringField("agent", SessionText.agent(summary));
    if (!summary.agents().isEmpty()) {
      json.writeArrayFieldStart("agents");
      for (var agent : summary.agents()) {
        json.writeString(agent);
      }
      json.writeEndArray();
    }
    json.writeArrayFieldStart("command");
    for (var word : header.command()) {
      json.writeString(word.toUtf8());
    }
    json.writeEndArray();
    Json.text(json, "folder", Optional.of(header.folder().toUtf8()).filter(f -> !f.isEmpty()));
    Json.text(json, "project", Optional.of(SessionText.project(header)).filter(p -> !p.isEmpty()));
    json.writeStringField("startedAt", header.startedAt().toString());
  }

  private static void facts(JsonGenerator json, SessionSummary summary) throws IOException {
    json.writeNumberField("duration", seconds(summary.duration().toNanos()));
    json.writeNumberField("bytes", summary.bytes());
    Json.text(json, "title", summary.title());
    json.writeArrayFieldStart("tags");
    for (var tag : summary.notes().tags()) {
      json.writeString(tag);
    }
    json.writeEndArray();
    if (summary.end().isPresent()) {
      var end = summary.end().get();
      if (end.status().isPresent()) {
        json.writeNumberField("exitStatus", end.status().getAsInt());
      }
      json.writeNumberField("messages", end.totals().messages());
    }
  }
}
