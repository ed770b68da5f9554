package dev.mantra.redactor;

import dev.mantra.formats.workspace.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value that is secret wherever it stands, kept so that it can be recognised and not be read: its
 * length, sixteen bits that say where it is worth to look closer, and a salted hash that decides.
 *
 * @param kind what it is called when it is covered
 * @param length in characters
 * @param sieve sixteen bits of a hash of its first characters, see {@link HashedValues}
 * @param salt in hexadecimal
 * @param hash the beginning of the SHA-256 of salt and value, in hexadecimal
 */
public record HashedValue(String kind, int length, int sieve, String salt, String hash) {

  /** The kind of what stands in the environment, or in a file with one. */
  public static final String ENVIRONMENT = "environment";

  /** The kind of what people have said is secret. */
  public static final String HIDDEN = "hidden";

  private static final Pattern FORM =
      Pattern.compile(
          "([a-z0-9-]{1,40}):([0-9]{1,5}):([0-9a-f]{4}):([0-9a-f]{8,64}):([0-9a-f]{32})");
  private static final int HASH_LENGTH = 16;

  static HashedValue of(String kind, String value, byte[] salt) {
    var hex = HexFormat.of().formatHex(salt);
    return new HashedValue(
        kind, value.length(), HashedValues.sieve(value, 0), hex, hash(hex, value));
  }

  /** Reads what {@link #toString} wrote. */
  public static Optional<HashedValue> parse(String text) {
    var parts = FORM.matcher(text.strip());
    return parts.matches()
        ? Optional.of(
            new HashedValue(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3), 16),
                parts.group(4),
                parts.group(5)))
        : Optional.empty();
  }

  boolean is(String value) {
    return value.length() == length && hash(salt, value).equals(hash);
  }

  private static String hash(String salt, String value) {
    var sha = ContentHash.sha256();
    sha.update(HexFormat.of().parseHex(salt));
    var sum = sha.digest(value.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sum, 0, HASH_LENGTH);
  }

  /** As one word, for files. */
  @Override
  public String toString() {
    return kind
        + ":"
        + length
        + ":"
        + HexFormat.of().toHexDigits((short) sieve)
        + ":"
        + salt
        + ":"
        + hash;
  }
}
