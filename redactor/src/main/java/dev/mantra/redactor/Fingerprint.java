package dev.mantra.redactor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What stands for a value in a file that must not hold it. */
public final class Fingerprint {
  private static final int LENGTH = 16;

  private Fingerprint() {}

  public static String of(String value) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update("mantra allow ".getBytes(StandardCharsets.UTF_8));
      var sum = sha.digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
