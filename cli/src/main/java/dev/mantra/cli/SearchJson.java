package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.indexer.search.SearchResult;
import dev.mantra.indexer.search.SearchResult.FoundSession;
import dev.mantra.indexer.search.SearchResult.Hit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code mantra search --json} prints. */
final class SearchJson {

  private SearchJson() {}

  static void print(Console console, SearchResult result, List<String> facets) throws IOException {
    Json.print(
        console,
        out -> {
          out.writeNumberField("total", result.total());
          out.writeStringField("precision", result.precision().name().toLowerCase(Locale.ROOT));
          out.writeArrayFieldStart("sessions");
          for (var session : result.sessions()) {
            session(out, session);
          }
          out.writeEndArray();
          if (!facets.isEmpty()) {
            facets(out, result, facets);
          }
        });
  }

  private static void session(JsonGenerator out, FoundSession session) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", session.id().value());
    out.writeStringField("agent", session.agent());
    out.writeStringField("project", session.project());
    out.writeStringField("startedAt", session.startedAt().toString());
    out.writeNumberField("duration", SessionJson.seconds(session.duration().toNanos()));
    Json.text(out, "title", Optional.of(session.title()).filter(title -> !title.isEmpty()));
    out.writeNumberField("count", session.count());
    out.writeArrayFieldStart("hits");
    for (var hit : session.hits()) {
      hit(out, hit);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void hit(JsonGenerator out, Hit hit) throws IOException {
    out.writeStartObject();
    FoundLineJson.fields(out, hit.line());
    HitText.spans(out, hit.spans());
    out.writeEndObject();
  }

  private static void facets(JsonGenerator out, SearchResult result, List<String> names)
      throws IOException {
    out.writeObjectFieldStart("facets");
    for (var name : names) {
      out.writeObjectFieldStart(name);
      for (var value : SearchFacets.of(result, name)) {
        out.writeNumberField(value.getKey(), value.getValue());
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }
}
