package dev.mantra.replayer.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.formats.conversation.Claims;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.conversation.NumberedEntry.Standing;
import dev.mantra.formats.conversation.ToolUse;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Usage;
import dev.mantra.replayer.Messages;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A message or a step as JSON: the same fields wherever it is printed. A field without a value is
 * left out.
 */
public final class EntryJson {

  private static final int NANO_DIGITS = 9;

  private final Messages messages;
  private final Instant start;
  private final Claims claims;

  /** How much of it is written. */
  public enum Depth {
    /** What is known of it, and how its text begins. */
    OUTLINE,
    /** The whole text, and what tools were given and gave. */
    FULL
  }

  /**
   * @param start when the session began
   */
  public EntryJson(Messages messages, Instant start) {
    this.messages = messages;
    this.start = start;
    this.claims = new Claims(messages.conversation());
  }

  /** Writes one object. */
  public void write(JsonGenerator json, NumberedEntry entry, Depth depth) throws IOException {
    json.writeStartObject();
    number(json, entry);
    moment(json, entry);
    origin(json, entry);
    tool(json, entry.outline().tool());
    text(json, "claimedBy", claims.of(entry).map(NumberedEntry::number));
    switch (depth) {
      case OUTLINE -> {
        json.writeStringField("text", entry.outline().text().head());
        json.writeNumberField("textLength", entry.outline().text().length());
      }
      case FULL -> content(json, messages.read(entry));
    }
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, NumberedEntry entry) throws IOException {
    json.writeStringField("number", entry.number());
    json.writeNumberField("message", entry.message());
    if (!entry.isMessage()) {
      json.writeNumberField("step", entry.step());
    }
    if (entry.prompt() > 0) {
      json.writeNumberField("prompt", entry.prompt());
    }
    json.writeStringField("kind", word(entry.outline().kind()));
    if (entry.standing() == Standing.ABANDONED) {
      json.writeBooleanField("abandoned", true);
    }
  }

  private void moment(JsonGenerator json, NumberedEntry entry) throws IOException {
    json.writeNumberField("at", seconds(entry.at()));
    long shownAt = messages.shownAt(entry);
    if (shownAt != entry.at()) {
      json.writeNumberField("shownAt", seconds(shownAt));
    }
    json.writeStringField("time", start.plusNanos(entry.at()).toString());
    json.writeStringField("timeFrom", word(entry.basis()));
  }

  private static void origin(JsonGenerator json, NumberedEntry entry) throws IOException {
    var outline = entry.outline();
    json.writeStringField("agent", outline.agent());
    json.writeStringField("conversation", outline.conversation());
    json.writeStringField("id", outline.id());
    json.writeStringField("source", word(outline.source()));
    if (outline.subAgent().isPresent()) {
      json.writeObjectFieldStart("subAgent");
      json.writeStringField("id", outline.subAgent().get().id());
      json.writeStringField("call", outline.subAgent().get().call());
      json.writeEndObject();
    }
    text(json, "model", outline.model());
    if (!outline.usage().isNone()) {
      json.writeObjectFieldStart("tokens");
      tokens(json, outline.usage());
      json.writeEndObject();
    }
  }

  /** Writes the fields of tokens that were counted, inside an object that was begun. */
  public static void tokens(JsonGenerator json, Usage usage) throws IOException {
    json.writeNumberField("input", usage.input());
    json.writeNumberField("cacheRead", usage.cacheRead());
    json.writeNumberField("cacheWrite", usage.cacheWrite());
    json.writeNumberField("output", usage.output());
    json.writeNumberField("thinking", usage.thinking());
  }

  private static void tool(JsonGenerator json, ToolUse tool) throws IOException {
    if (tool.equals(ToolUse.NONE)) {
      return;
    }
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", tool.name());
    text(json, "outcome", tool.outcome().map(EntryJson::word));
    if (tool.exitCode().isPresent()) {
      json.writeNumberField("exitStatus", tool.exitCode().getAsInt());
    }
    json.writeNumberField("files", tool.files());
    json.writeEndObject();
  }

  private static void content(JsonGenerator json, Entry entry) throws IOException {
    json.writeStringField("text", entry.text());
    if (entry.omitted() > 0) {
      json.writeNumberField("omitted", entry.omitted());
    }
    json.writeArrayFieldStart("blocks");
    for (var block : entry.blocks()) {
      json.writeStartObject();
      block(json, block);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void block(JsonGenerator json, Block block) throws IOException {
    switch (block) {
      case Block.Text b -> fields(json, "text", "text", b.text());
      case Block.Call b -> fields(json, "call", "name", b.name(), "input", b.input());
      case Block.Result b -> {
        fields(json, "result", "outcome", word(b.outcome()), "output", b.output());
        if (b.exitCode().isPresent()) {
          json.writeNumberField("exitStatus", b.exitCode().getAsInt());
        }
      }
      case Block.Edit b -> {
        fields(json, "edit", "path", b.path(), "kind", word(b.kind()));
        text(json, "movedTo", b.movedTo());
        text(json, "patch", b.patch());
        text(json, "before", b.before());
        text(json, "after", b.after());
      }
      case Block.Image b -> {
        fields(json, "image", "mediaType", b.mediaType());
        json.writeNumberField("length", b.length());
      }
      case Block.Rewound b -> fields(json, "rewound", "last", b.last());
      case Block.Titled b -> fields(json, "titled", "title", b.title());
      case Block.Began b -> {
        fields(json, "began", "transcript", b.transcript(), "folder", b.folder());
        json.writeStringField("version", b.version());
        text(json, "forkedFrom", b.forkedFrom());
      }
    }
  }

  private static void fields(JsonGenerator json, String is, String... namesAndValues)
      throws IOException {
    json.writeStringField("is", is);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      json.writeStringField(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private static void text(JsonGenerator json, String field, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    }
  }

  /** Seconds as programs take them: exact to the nanosecond. */
  static BigDecimal seconds(long nanos) {
    return BigDecimal.valueOf(nanos, NANO_DIGITS);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
