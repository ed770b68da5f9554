package dev.mantra.formats.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * How a journal's file looks from outside while nobody records into it. As long as it looks the
 * same, nothing was written to it: what was derived from it is good without reading it.
 *
 * @param modified when it was last written to, in nanoseconds since 1970
 */
public record JournalStamp(long size, long modified) {

  static JournalStamp of(Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new JournalStamp(
        attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }
}
