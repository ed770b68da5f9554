package dev.mantra.formats.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@link EntryCodec} wrote. */
final class EntryReader {

  private final JsonParser json;
  private final List<Block> blocks = new ArrayList<>();
  private Optional<Entry.SubAgent> subAgent = Optional.empty();
  private Optional<Entry.Original> original = Optional.empty();
  private Usage usage = Usage.NONE;

  private EntryReader(JsonParser json) {
    this.json = json;
  }

  static Entry read(Bytes payload) {
    try (var json = EntryCodec.JSON.createParser(payload.toArray())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("an entry is a JSON object");
      }
      var entry = new EntryReader(json).entry();
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("something follows the entry");
      }
      return entry;
    } catch (IOException e) {
      throw new IllegalArgumentException("an entry is a JSON object: " + e.getMessage(), e);
    }
  }

  private Entry entry() throws IOException {
    var members = Members.read(json, this::nested);
    return new Entry(
        members.text("agent"),
        members.text("conversation"),
        members.text("id"),
        members.constant("change", Entry.Change.ADDED),
        subAgent,
        members.constant("kind", Entry.Kind.class),
        members.constant("source", Entry.Source.TRANSCRIPT),
        members.time("started"),
        members.time("time"),
        members.optional("model"),
        usage,
        blocks,
        members.number("omitted"),
        original);
  }

  private boolean nested(String name) throws IOException {
    boolean isArray = json.currentToken() == JsonToken.START_ARRAY;
    switch (name) {
      case "blocks" -> {
        while (isArray && json.nextToken() == JsonToken.START_OBJECT) {
          BlockCodec.read(object()).ifPresent(blocks::add);
        }
        return isArray;
      }
      case "subAgent" -> {
        var members = object();
        subAgent = Optional.of(new Entry.SubAgent(members.text("id"), members.text("call")));
      }
      case "original" -> {
        var members = object();
        original =
            Optional.of(
                new Entry.Original(
                    members.text("file"), members.number("offset"), members.number("length")));
      }
      case "usage" -> {
        var members = object();
        usage =
            new Usage(
                members.number("input"),
                members.number("cacheRead"),
                members.number("cacheWrite"),
                members.number("output"),
                members.number("thinking"));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private Members object() throws IOException {
    return Members.read(json, _ -> false);
  }
}
