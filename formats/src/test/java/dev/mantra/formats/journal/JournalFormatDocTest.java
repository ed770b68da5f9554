package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/journal-format.md} says what the code does. */
class JournalFormatDocTest {

  private static final Path PAGE = Path.of("..", "docs", "journal-format.md");
  private static final Pattern ROW = Pattern.compile("\\| ([0-9]+) \\| ([^|]+) \\|.*");

  /** Constants that are neither codes nor places nor fields. */
  private static final Pattern OTHERS =
      Pattern.compile("MAGIC|VERSION|HEADER_LENGTH|MORE|CONTINUED|MAX_.*|.*_AT");

  @Test
  void theCodesAreThoseOfTheFormat() throws IOException, IllegalAccessException {
    assertEquals(
        constants(JournalFormat.class, name -> OTHERS.matcher(name).matches() ? "" : words(name)),
        table("### Codes"));
  }

  @Test
  void theHeaderFieldsAreThoseOfTheCodec() throws IOException, IllegalAccessException {
    assertEquals(
        constants(HeaderCodec.class, JournalFormatDocTest::words), table("### Header fields"));
  }

  @Test
  void theFieldsOfAFrameStandWhereTheFormatPutsThem() throws IOException, IllegalAccessException {
    var places =
        constants(
            JournalFormat.class,
            name -> name.endsWith("_AT") ? words(name.substring(0, name.length() - 3)) : "");
    var documented = table("## A frame");
    documented.replaceAll((_, name) -> name.equals("CRC32C") ? "crc" : name);
    assertEquals(places, documented);
    assertEquals(
        "Version " + JournalFormat.VERSION + ".", Files.readAllLines(PAGE).get(2).substring(0, 10));
  }

  @Test
  void theExampleStandsInTheKeptJournal() throws IOException, URISyntaxException {
    var page = Files.readString(PAGE);
    var dump = page.substring(page.indexOf("```") + 3);
    var hex =
        dump.substring(0, dump.indexOf("```"))
            .lines()
            .map(line -> line.substring(0, Math.min(line.length(), 51)).replace(" ", ""))
            .collect(Collectors.joining());
    var resource = getClass().getResource("/journals/v1/" + QueueFile.NAME);
    var journal = Files.readAllBytes(Path.of(Objects.requireNonNull(resource).toURI()));
    assertEquals(46, hex.length() / 2);
    assertTrue(HexFormat.of().formatHex(journal, 33_340, 33_340 + 46).equals(hex), hex);
  }

  private interface Naming {
    String of(String constant);
  }

  private static Map<Integer, String> constants(Class<?> type, Naming naming)
      throws IllegalAccessException {
    var found = new TreeMap<Integer, String>();
    for (var field : type.getDeclaredFields()) {
      var name = isNumber(field) ? naming.of(field.getName()) : "";
      if (!name.isEmpty()) {
        field.setAccessible(true);
        found.put(field.getInt(null), name);
      }
    }
    return found;
  }

  private static boolean isNumber(Field field) {
    return Modifier.isStatic(field.getModifiers()) && field.getType() == int.class;
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The first two columns of the first table below a heading. */
  private static Map<Integer, String> table(String heading) throws IOException {
    var rows = new TreeMap<Integer, String>();
    Stream<String> lines =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.equals(heading))
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"));
    lines
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .forEach(row -> rows.put(Integer.parseInt(row.group(1)), row.group(2)));
    return rows;
  }
}
