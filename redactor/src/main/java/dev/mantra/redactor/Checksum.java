package dev.mantra.redactor;

import dev.mantra.formats.workspace.ContentHash;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/** Check digits that tell a real value from one that only looks like it. */
enum Checksum {
  /** Payment cards: ISO/IEC 7812. */
  LUHN {
    @Override
    boolean holds(String value) {
      var digits = value.replaceAll("[^0-9]", "");
      int sum = 0;
      for (int i = 0; i < digits.length(); i++) {
        int digit = digits.charAt(digits.length() - 1 - i) - '0';
        int twice = digit * 2;
        sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
      }
      return digits.length() >= 12 && sum % 10 == 0;
    }
  },
  /** Bank accounts: ISO 13616, remainder 1 modulo 97. */
  IBAN {
    @Override
    boolean holds(String value) {
      var plain = value.replace(" ", "").toUpperCase(Locale.ROOT);
      if (plain.length() < 15 || !plain.matches("[A-Z0-9]+")) {
        return false;
      }
      var number = new StringBuilder();
      for (char c : (plain.substring(4) + plain.substring(0, 4)).toCharArray()) {
        number.append(Character.digit(c, 36));
      }
      return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
  },
  /** Bitcoin's keys: four bytes of a double SHA-256 at the end. */
  BASE58CHECK {
    @Override
    boolean holds(String value) {
      var number = BigInteger.ZERO;
      for (int i = 0; i < value.length(); i++) {
        int digit = BASE58.indexOf(value.charAt(i));
        if (digit < 0) {
          return false;
        }
        number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
      }
      byte[] bytes = number.toByteArray();
      int sign = bytes[0] == 0 ? 1 : 0;
      int zeros = 0;
      while (zeros < value.length() && value.charAt(zeros) == '1') {
        zeros++;
      }
      byte[] plain = new byte[zeros + bytes.length - sign];
      System.arraycopy(bytes, sign, plain, zeros, bytes.length - sign);
      if (plain.length < 5) {
        return false;
      }
      byte[] data = Arrays.copyOf(plain, plain.length - 4);
      byte[] sum = sha256(sha256(data));
      return Arrays.equals(sum, 0, 4, plain, plain.length - 4, plain.length);
    }
  },
  /** BIP 173: a polynomial over all characters. */
  BECH32 {
    @Override
    boolean holds(String value) {
      var lower = value.toLowerCase(Locale.ROOT);
      int one = lower.lastIndexOf('1');
      if (one < 1) {
        return false;
      }
      int sum = 1;
      for (int i = 0; i < one; i++) {
        sum = step(sum, lower.charAt(i) >> 5);
      }
      sum = step(sum, 0);
      for (int i = 0; i < lower.length(); i++) {
        if (i != one) {
          int digit = i < one ? lower.charAt(i) & 31 : BECH.indexOf(lower.charAt(i));
          if (digit < 0) {
            return false;
          }
          sum = step(sum, digit);
        }
      }
      return sum == 1 || sum == 0x2bc830a3;
    }
  },
  /** GitHub's and npm's tokens: the last six characters are the CRC-32 of the ones before. */
  CRC32_BASE62 {
    @Override
    boolean holds(String value) {
      int body = value.lastIndexOf('_') + 1;
      if (value.length() - body < 7) {
        return false;
      }
      var crc = new CRC32();
      crc.update(value.substring(body, value.length() - 6).getBytes(StandardCharsets.UTF_8));
      long left = crc.getValue();
      for (int i = value.length() - 1; i >= value.length() - 6; i--) {
        if (value.charAt(i) != BASE62.charAt((int) (left % 62))) {
          return false;
        }
        left /= 62;
      }
      return true;
    }
  };

  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String BECH = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  abstract boolean holds(String value);

  static Optional<Checksum> named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
        .findFirst();
  }

  private static int step(int sum, int value) {
    int top = sum >>> 25;
    int next = (sum & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >> i & 1) == 0 ? 0 : GENERATOR[i];
    }
    return next;
  }

  private static byte[] sha256(byte[] data) {
    return ContentHash.sha256().digest(data);
  }
}
