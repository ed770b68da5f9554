package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What bodies are known by: their SHA-256; and what git knows them by. */
public final class ContentHash {

  static final int LENGTH = 32;

  private ContentHash() {}

  public static Bytes of(byte[] body) {
    return Bytes.wrap(digest("SHA-256").digest(body));
  }

  public static MessageDigest sha256() {
    return digest("SHA-256");
  }

  /** The id of a blob with this body in a git repository (gitformat-loose(5)). */
  public static Bytes blob(byte[] body) {
    var digest = digest("SHA-1");
    digest.update(("blob " + body.length + "\0").getBytes(StandardCharsets.US_ASCII));
    return Bytes.wrap(digest.digest(body));
  }

  /** As text, which is how git and others write it. */
  public static String hex(Bytes hash) {
    return HexFormat.of().formatHex(hash.toArray());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has it", e);
    }
  }
}
