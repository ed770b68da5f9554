package dev.mantra.redactor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values that stand where a secret would: examples, references, masks, keys that anybody may see.
 */
final class Placeholder {
  private static final List<String> PARTS =
      List.of(
          """
          example xxxx your- your_ yourkey youraccess changeme change-me change_me placeholder
          redacted dummy insert replace ... \u2026 **** \u2022\u2022\u2022 <your todo fixme
          not-a-real not_a_real notarealkey abcdefghij 0123456789abcdef 1234567890 123456789
          deadbeef 00000000 foobar sample goes-here goes_here goeshere lorem a-z my-secret my_secret
          mysecret my-token my_token mytoken my-password my_password mypassword s3cr3t hunter2
          """
              .strip()
              .split("\\s+"));

  private static final Set<String> WHOLE =
      Set.of(
          """
          true false null none nil undefined yes no on off string str text number int bool boolean
          object any bytes password passwd pass pwd secret token key apikey api_key api-key auth
          test testing test123 pass123 admin admin123 root user username guest default empty blank
          postgres mysql redis minio minioadmin letmein qwerty password1 password123 passw0rd
          p@ssw0rd p@ssword secret123 foo bar baz value required optional hidden masked prompt
          stdin env file md5 sha1 sha256 sha512 base64 utf8 utf-8 plain plaintext bearer basic
          digest oauth oauth2
          """
              .strip()
              .split("\\s+"));

  /** Stripe's publishable keys, which every web page with a payment form shows. */
  private static final Pattern PUBLISHABLE = Pattern.compile("pk_(?:live|test)_[A-Za-z0-9]{24,}");

  /** A day or time, and names that begin with one, as those of sessions and requests do. */
  private static final Pattern TIMED =
      Pattern.compile(
          "(?:[a-z]{2,9}:)?2[0-9]{3}-[01][0-9]-[0-3][0-9](?:T[0-9:.]+Z?)?"
              + "|2[0-9]{7}T[0-9]{6}Z(?:-.*)?");

  /** A value says at its beginning what it is; a longer one has all kinds of words by chance. */
  private static final int TELLING = 256;

  private Placeholder() {}

  /** Whether it is a key that is meant to be published. */
  static boolean isPublishable(CharSequence value) {
    return PUBLISHABLE.matcher(value).matches();
  }

  static boolean isOne(CharSequence value) {
    int length = value.length();
    var lower = value.subSequence(0, Math.min(TELLING, length)).toString().toLowerCase(Locale.ROOT);
    if (WHOLE.contains(lower) || isPublishable(value) || TIMED.matcher(value).matches()) {
      return true;
    }
    for (var part : PARTS) {
      if (lower.contains(part)) {
        return true;
      }
    }
    return isMonotonous(lower) || isReference(lower, value.charAt(length - 1));
  }

  /** Mostly one character, or two that take turns. */
  private static boolean isMonotonous(String value) {
    int same = 0;
    for (int i = 2; i < value.length(); i++) {
      same +=
          value.charAt(i) == value.charAt(i - 1) || value.charAt(i) == value.charAt(i - 2) ? 1 : 0;
    }
    return value.length() >= 4 && same * 10 >= (value.length() - 2) * 7;
  }

  /** Points to where the value is, in whatever language. */
  private static boolean isReference(String value, char last) {
    char first = value.charAt(0);
    return (first == '<' && last == '>')
        || (first == '[' && last == ']')
        || (first == '{' && last == '}')
        || (first == '%' && last == '%')
        || value.startsWith("$(")
        || value.startsWith("${")
        || value.startsWith("$(")
        || value.startsWith("%(")
        || value.contains("{{")
        || value.contains("${{")
        || value.contains("process.env")
        || value.contains("os.environ")
        || value.contains("getenv")
        || value.contains("env.get")
        || value.startsWith("env:")
        || value.startsWith("env[")
        || value.startsWith("file:")
        || value.startsWith("vault:")
        || value.startsWith("op://")
        || value.startsWith("arn:")
        || (first == '$' && isIdentifier(value, 1))
        || (first == '&' && isIdentifier(value, 1));
  }

  private static boolean isIdentifier(String value, int from) {
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!(c == '_' || (c >= 'a' && c <= 'z') || (i > from && c >= '0' && c <= '9'))) {
        return false;
      }
    }
    return value.length() > from;
  }
}
