package dev.mantra.redactor;

import dev.mantra.formats.workspace.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What stands for a value in a file that must not hold it. */
public final class Fingerprint {
  private static final int LENGTH = 16;

  private Fingerprint() {}

  public static String of(String value) {
    var sha = ContentHash.sha256();
    sha.update("mantra allow ".getBytes(StandardCharsets.UTF_8));
    var sum = sha.digest(value.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sum, 0, LENGTH);
  }
}
