package dev.mantra.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * What the properties are tried on: streams full of control functions, and places to cut them at.
 */
final class Streams extends DomainContextBase {
  private static final List<String> ATOMS =
      List.of(
          "\033[",
          "\033]8;;u\033\\",
          "\033]8;id=a;http://b\007",
          "\033]0;title\007",
          "\033P",
          "\033_Gi=1,a=q;\033\\",
          "\033\\",
          "\033",
          "m",
          "H",
          "J",
          "K",
          "L",
          "M",
          "P",
          "@",
          "X",
          "S",
          "T",
          "A",
          "B",
          "C",
          "D",
          "d",
          "G",
          "r",
          "s",
          "u",
          "b",
          "h",
          "l",
          "I",
          "Z",
          "?",
          ">",
          " q",
          "$v",
          "$x",
          "$r",
          "$t",
          "$z",
          "${",
          "'}",
          "'~",
          "\"q",
          "!p",
          "?1049h",
          "?1049l",
          "?47h",
          "?7l",
          "?7h",
          "?6h",
          "4h",
          "4l",
          "20h",
          "?45h",
          "?69h",
          "?2026h",
          "?2026l",
          "?2027l",
          "?2027h",
          "2;5s",
          "2;3r",
          ";",
          "1",
          "2",
          "3",
          "5",
          "9999",
          ":",
          "38;2;1;2;3m",
          "48;5;17m",
          "4:3m",
          "0m",
          "1m",
          "\n",
          "\r",
          "\b",
          "\t",
          "\016",
          "\017",
          "\033(0",
          "\033(B",
          "\033N",
          "\033#8",
          "\033c",
          "\0337",
          "\0338",
          "\033M",
          "\033D",
          "\033E",
          "\033H",
          "\033V",
          "\033W",
          "\0336",
          "\0339",
          "日",
          "本語",
          "é",
          "e\u0301",
          "\u0301",
          "\u200d",
          "\ufe0f",
          "\ufe0e",
          "☔",
          "❤\ufe0f",
          "👩\u200d👧",
          "👍🏽",
          "🏽",
          "🇫🇷",
          "🇫",
          "क\u094d\u200dष",
          "각",
          "\u1100\u1161\u11a8",
          "\u200b",
          "\u0600",
          "한국",
          "│─┐",
          "A",
          "hello ",
          "wrap me around",
          "───────",
          "日本語日本語",
          "Привет",
          "𠀋",
          "🚀",
          "\177",
          "\030",
          "\0331");

  /** UTF-8 that is none: surrogates, what is longer than it need be, too large, or cut short. */
  private static final List<String> ILL_FORMED =
      List.of(
          "9b",
          "eda080",
          "edbfbf",
          "eda0bdedb880",
          "c080",
          "c1bf",
          "e08080",
          "e09fbf",
          "f0808080",
          "f08fbfbf",
          "f4908080",
          "f5808080",
          "e697",
          "f09f98",
          "c3",
          "bf");

  private static final List<byte[]> PIECES = pieces();

  /** Drawn from one list, because a million streams have to be drawn in reasonable time. */
  @Provide
  Arbitrary<byte[]> stream() {
    return Arbitraries.of(PIECES).list().ofMaxSize(60).map(Streams::concatenated);
  }

  /** Of seventeen pieces, twelve are atoms, four begin a sequence with parameters, one is noise. */
  private static List<byte[]> pieces() {
    List<byte[]> pieces = new ArrayList<>();
    var random = new Random(60);
    for (int share = 0; share < 20; share++) {
      ATOMS.forEach(atom -> pieces.add(atom.getBytes(UTF_8)));
      ILL_FORMED.forEach(bytes -> pieces.add(HexFormat.of().parseHex(bytes)));
    }
    int atoms = pieces.size();
    while (pieces.size() < atoms * 16 / 12) {
      var numbers = new StringJoiner(";", "\033[", "");
      for (int count = random.nextInt(4); count > 0; count--) {
        numbers.add(Integer.toString(random.nextInt(13)));
      }
      pieces.add(numbers.toString().getBytes(UTF_8));
    }
    while (pieces.size() < atoms * 17 / 12) {
      byte[] noise = new byte[1 + random.nextInt(4)];
      random.nextBytes(noise);
      pieces.add(noise);
    }
    return pieces;
  }

  /** Pieces at random, of which some go on in the next ones. */
  static byte[] hostile(Random random, int length) {
    var out = new ByteArrayOutputStream(length + 64);
    while (out.size() < length) {
      out.writeBytes(PIECES.get(random.nextInt(PIECES.size())));
    }
    return out.toByteArray();
  }

  @Provide
  Arbitrary<Size> size() {
    return Arbitraries.of(
        new Size(1, 1),
        new Size(2, 2),
        new Size(3, 4),
        new Size(5, 3),
        new Size(10, 4),
        new Size(12, 1),
        new Size(17, 6));
  }

  record Size(int columns, int rows) {
    Terminal terminal() {
      return new Terminal(columns, rows, TerminalOptions.STANDARD.withScrollback(7));
    }
  }

  private static byte[] concatenated(List<byte[]> parts) {
    var out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
