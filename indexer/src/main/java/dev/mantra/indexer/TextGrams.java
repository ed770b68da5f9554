package dev.mantra.indexer;

import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.GrepQuery.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * The {@link Grams} of all texts of a session, block by block: before those of each block stands
 * which part of the session it is of.
 */
final class TextGrams {

  private static final Part[] PARTS = {Part.LINES, Part.MESSAGES, Part.FILES};

  private final byte[] bytes;

  /**
   * @param bytes what {@link #bytes} of others has told
   */
  TextGrams(byte[] bytes) {
    this.bytes = bytes;
  }

  /** How they are kept; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** Those of a session as it is seen; all of it is read. */
  static TextGrams of(Session seen, DisplayedText displayed, PassageSource passages)
      throws IOException {
    var out = new ByteArrayOutputStream();
    try (var said = passages.open(seen)) {
      for (int part = 0; part < PARTS.length; part++) {
        switch (PARTS[part]) {
          case LINES -> {
            try (var lines = displayed.open(seen)) {
              write(out, part, lines);
            }
          }
          case MESSAGES -> write(out, part, said.said());
          case FILES -> write(out, part, said.changes());
        }
      }
    }
    return new TextGrams(out.toByteArray());
  }

  private static void write(ByteArrayOutputStream out, int part, SessionText<?> text) {
    for (var blocks = text.blocks(); blocks.hasNext(); ) {
      var block = blocks.next();
      out.write(part);
      Grams.of(block.bytes(), block.from(), block.to()).write(out);
    }
  }

  /** Whether one of these parts may have a line with a match. */
  boolean mayMatch(LinePattern pattern, Set<Part> parts) {
    for (var in = ByteBuffer.wrap(bytes); in.hasRemaining(); ) {
      var part = PARTS[in.get()];
      var grams = Grams.read(in);
      if (parts.contains(part) && pattern.mayMatchIn(grams)) {
        return true;
      }
    }
    return false;
  }
}
