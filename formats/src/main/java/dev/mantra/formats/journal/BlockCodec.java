package dev.mantra.formats.journal;

import static dev.mantra.formats.journal.EntryCodec.label;
import static dev.mantra.formats.journal.EntryCodec.text;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.formats.event.Block;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** Blocks of entries to JSON and back; {@code is} says which one an object is. */
final class BlockCodec {

  private BlockCodec() {}

  static void write(JsonGenerator json, Block block) throws IOException {
    json.writeStartObject();
    switch (block) {
      case Block.Text b -> {
        json.writeStringField("is", "text");
        text(json, "text", b.text());
      }
      case Block.Call b -> {
        json.writeStringField("is", "call");
        text(json, "id", b.id());
        text(json, "name", b.name());
        text(json, "input", b.input());
      }
      case Block.Result b -> {
        json.writeStringField("is", "result");
        text(json, "id", b.call());
        json.writeStringField("outcome", label(b.outcome()));
        text(json, "output", b.output());
        if (b.exitCode().isPresent()) {
          json.writeNumberField("exitCode", b.exitCode().getAsInt());
        }
      }
      case Block.Edit b -> {
        json.writeStringField("is", "edit");
        text(json, "path", b.path());
        json.writeStringField("kind", label(b.kind()));
        text(json, "movedTo", b.movedTo());
        text(json, "patch", b.patch());
        text(json, "before", b.before());
        text(json, "after", b.after());
      }
      case Block.Image b -> {
        json.writeStringField("is", "image");
        text(json, "mediaType", b.mediaType());
        json.writeNumberField("length", b.length());
      }
      case Block.Rewound b -> {
        json.writeStringField("is", "rewound");
        text(json, "last", b.last());
      }
      case Block.Titled b -> {
        json.writeStringField("is", "titled");
        text(json, "title", b.title());
      }
      case Block.Began b -> {
        json.writeStringField("is", "began");
        text(json, "transcript", b.transcript());
        text(json, "folder", b.folder());
        text(json, "version", b.version());
        text(json, "forkedFrom", b.forkedFrom());
      }
    }
    json.writeEndObject();
  }

  /**
   * A block from the members of its object; empty when it is of a kind that is not known.
   *
   * @throws IllegalArgumentException when it is known and does not hold what it must
   */
  static Optional<Block> read(Members members) {
    return Optional.ofNullable(
        switch (members.text("is")) {
          case "text" -> new Block.Text(members.text("text"));
          case "call" ->
              new Block.Call(members.text("id"), members.text("name"), members.text("input"));
          case "result" ->
              new Block.Result(
                  members.text("id"),
                  members.constant("outcome", Block.Result.Outcome.class),
                  members.text("output"),
                  exitCode(members));
          case "edit" ->
              new Block.Edit(
                  members.text("path"),
                  members.constant("kind", Block.Edit.Kind.class),
                  members.optional("movedTo"),
                  members.optional("patch"),
                  members.optional("before"),
                  members.optional("after"));
          case "image" -> new Block.Image(members.text("mediaType"), members.number("length"));
          case "rewound" -> new Block.Rewound(members.text("last"));
          case "titled" -> new Block.Titled(members.text("title"));
          case "began" ->
              new Block.Began(
                  members.text("transcript"),
                  members.text("folder"),
                  members.text("version"),
                  members.optional("forkedFrom"));
          default -> null; // of a later version
        });
  }

  private static OptionalInt exitCode(Members members) {
    return members.has("exitCode")
        ? OptionalInt.of(Math.toIntExact(members.number("exitCode")))
        : OptionalInt.empty();
  }
}
