package dev.mantra.cli;

import dev.mantra.redactor.KnownValues;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks through a finished file for values that should not be in it any more. */
final class LeftOver {
  private static final int BLOCK = 1 << 16;

  /** A value that begins in one block and ends in the next one is found in both. */
  private static final int OVERLAP = 1 << 13;

  private LeftOver() {}

  /** How many places of them there are. */
  static int count(Path file, KnownValues values) throws IOException {
    var found = new AtomicInteger();
    try (var in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      var block = new char[BLOCK];
      int kept = 0;
      for (int read = in.read(block); read >= 0; read = in.read(block, kept, BLOCK - kept)) {
        int length = kept + read;
        values.find(new String(block, 0, length), (_, _, _, _, _) -> found.incrementAndGet());
        kept = Math.min(OVERLAP, length);
        System.arraycopy(block, length - kept, block, 0, kept);
      }
    }
    return found.get();
  }
}
