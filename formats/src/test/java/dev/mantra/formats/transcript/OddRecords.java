package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Records that no agent has written: true ones in any order, with values of other types in them.
 */
final class OddRecords {

  private static final List<String> VALUES =
      List.of(
          "null", "true", "0", "-1", "1e999", "9223372036854775808", "\"\"", "[]", "{}", "[[{}]]");

  private OddRecords() {}

  static Arbitrary<List<String>> like(String... resources) {
    var lines = new ArrayList<String>();
    for (var resource : resources) {
      lines.addAll(lines(resource));
    }
    return of(lines);
  }

  static Arbitrary<List<String>> of(List<String> lines) {
    var record = Arbitraries.of(lines);
    var odd =
        record.flatMap(
            line ->
                Arbitraries.integers()
                    .between(0, line.length() - 1)
                    .flatMap(at -> Arbitraries.of(VALUES).map(value -> changed(line, at, value))));
    var cut =
        record.flatMap(
            line -> Arbitraries.integers().between(0, line.length()).map(line::substring));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, record),
            net.jqwik.api.Tuple.of(6, odd),
            net.jqwik.api.Tuple.of(1, cut))
        .list()
        .ofMaxSize(40);
  }

  /** The value of the first member behind a place is another one. */
  private static String changed(String line, int at, String value) {
    int colon = line.indexOf("\":", at);
    if (colon < 0) {
      return value;
    }
    int from = colon + 2;
    return line.substring(0, from) + value + line.substring(end(line, from));
  }

  /** Where the value ends that begins at a place. */
  private static int end(String line, int from) {
    int depth = 0;
    boolean inText = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (inText) {
        i += c == '\\' ? 1 : 0;
        inText = c != '"';
      } else if (c == '"') {
        inText = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && depth-- == 0) {
        return i;
      } else if (c == ',' && depth == 0) {
        return i;
      }
    }
    return line.length();
  }

  private static List<String> lines(String resource) {
    try (var in = OddRecords.class.getResourceAsStream("/transcripts/" + resource)) {
      return Bytes.wrap(Objects.requireNonNull(in, resource).readAllBytes())
          .toUtf8()
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
