package dev.mantra.redactor;

import java.util.Random;

/**
 * Secrets that nobody ever issued: made when they are needed, so that none stands in a source file,
 * where whoever looks for secrets would find it.
 */
public final class Invented {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String ALPHANUMERIC = LETTERS + "0123456789";
  private static final String HEX = "0123456789abcdef";

  private final Random random;

  public Invented(long seed) {
    random = new Random(seed);
  }

  /** Characters of a set, with a digit and a letter among the first ones. */
  public String of(String characters, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  public String alphanumeric(int length) {
    return "k7Q" + of(ALPHANUMERIC, length - 3);
  }

  public String hex(int length) {
    return "a1f" + of(HEX, length - 3);
  }

  public String codeHostToken() {
    return "gh" + "p_" + alphanumeric(36);
  }

  public String password() {
    return "w" + of(LETTERS, 4) + "-" + of("0123456789", 4) + of(LETTERS, 4) + "!";
  }

  public String jwt() {
    return "ey"
        + "J"
        + of(ALPHANUMERIC, 33)
        + ".ey"
        + "J"
        + of(ALPHANUMERIC, 60)
        + "."
        + alphanumeric(43);
  }

  /** The lines of a private key in PEM. */
  public String privateKey() {
    var key = new StringBuilder("-----BEGIN RSA " + "PRIVATE KEY-----\n");
    for (int i = 0; i < 12; i++) {
      key.append(of(ALPHANUMERIC + "+/", 64)).append('\n');
    }
    return key.append(alphanumeric(22))
        .append("==\n-----END RSA " + "PRIVATE KEY-----\n")
        .toString();
  }
}
