package dev.mantra.formats.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Usage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** Entries of conversations to JSON and back. Members that are not known are passed over. */
final class EntryCodec {

  /** As long as an event may be; the parser's own limits are for text from elsewhere. */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(JournalFormat.MAX_EVENT).build())
          .build();

  private EntryCodec() {}

  static Bytes encode(Entry entry) {
    // Mostly one byte a character; it grows where that is not so.
    var out = new ByteArrayOutputStream((int) Math.min(entry.size() + 512, 1 << 24));
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      text(json, "agent", entry.agent());
      text(json, "conversation", entry.conversation());
      text(json, "id", entry.id());
      if (entry.change() != Entry.Change.ADDED) {
        json.writeStringField("change", label(entry.change()));
      }
      if (entry.subAgent().isPresent()) {
        json.writeObjectFieldStart("subAgent");
        text(json, "id", entry.subAgent().get().id());
        text(json, "call", entry.subAgent().get().call());
        json.writeEndObject();
      }
      json.writeStringField("kind", label(entry.kind()));
      if (entry.source() != Entry.Source.TRANSCRIPT) {
        json.writeStringField("source", label(entry.source()));
      }
      text(json, "started", entry.started().map(Object::toString));
      text(json, "time", entry.time().map(Object::toString));
      text(json, "model", entry.model());
      usage(json, entry.usage());
      json.writeArrayFieldStart("blocks");
      for (var block : entry.blocks()) {
        BlockCodec.write(json, block);
      }
      json.writeEndArray();
      if (entry.omitted() != 0) {
        json.writeNumberField("omitted", entry.omitted());
      }
      if (entry.original().isPresent()) {
        var original = entry.original().get();
        json.writeObjectFieldStart("original");
        text(json, "file", original.file());
        json.writeNumberField("offset", original.offset());
        json.writeNumberField("length", original.length());
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be written", e);
    }
    return Bytes.wrap(out.toByteArray());
  }

  /**
   * @throws IllegalArgumentException when the payload is no entry
   */
  static Entry decode(Bytes payload) {
    return EntryReader.read(payload);
  }

  /** What a constant is called in the journal. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static void text(JsonGenerator json, String name, String value) throws IOException {
    json.writeStringField(name, writable(value));
  }

  static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      text(json, name, value.get());
    }
  }

  private static void usage(JsonGenerator json, Usage usage) throws IOException {
    if (usage.isNone()) {
      return;
    }
    json.writeObjectFieldStart("usage");
    json.writeNumberField("input", usage.input());
    json.writeNumberField("cacheRead", usage.cacheRead());
    json.writeNumberField("cacheWrite", usage.cacheWrite());
    json.writeNumberField("output", usage.output());
    json.writeNumberField("thinking", usage.thinking());
    json.writeEndObject();
  }

  /** UTF-8 cannot hold half a surrogate pair: it becomes U+FFFD. */
  private static String writable(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\ufffd');
      }
    }
    return mended == null ? text : mended.toString();
  }
}
