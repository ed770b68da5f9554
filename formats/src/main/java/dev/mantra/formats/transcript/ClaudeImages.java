package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import java.util.Optional;

/** Pictures and documents in a message. */
final class ClaudeImages {

  private ClaudeImages() {}

  static Optional<Block> of(Json part, ClaudeRecord record) {
    var type = part.text("type");
    if (!type.equals("image") && !type.equals("document")) {
      return Optional.empty();
    }
    var source = part.get("source");
    // base64: four characters for three bytes
    long length = (source.text("data").length() + record.place().omitted()) / 4 * 3;
    return Optional.of(new Block.Image(source.text("media_type"), length));
  }
}
