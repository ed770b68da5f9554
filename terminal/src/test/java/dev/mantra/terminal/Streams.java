package dev.mantra.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
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
          "\u009b",
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
          "\177",
          "\030",
          "\0331");

  @Provide
  Arbitrary<byte[]> stream() {
    Arbitrary<byte[]> atom = Arbitraries.of(ATOMS).map(Streams::bytes);
    Arbitrary<byte[]> parameters =
        Arbitraries.integers()
            .between(0, 12)
            .list()
            .ofMaxSize(3)
            .map(n -> bytes("\033[" + join(n)));
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(12, atom),
            net.jqwik.api.Tuple.of(4, parameters),
            net.jqwik.api.Tuple.of(1, noise))
        .list()
        .ofMaxSize(60)
        .map(Streams::concatenated);
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

  /** U+009B stands for the raw byte, which is no control here but ill-formed. */
  private static byte[] bytes(String atom) {
    return atom.equals("\u009b") ? atom.getBytes(ISO_8859_1) : atom.getBytes(UTF_8);
  }

  private static String join(List<Integer> numbers) {
    List<String> texts = new ArrayList<>();
    numbers.forEach(n -> texts.add(Integer.toString(n)));
    return String.join(";", texts);
  }

  private static byte[] concatenated(List<byte[]> parts) {
    var out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
