package dev.mantra.formats.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TranscriptReaderTest {

  private static final TranscriptLimits SMALL = new TranscriptLimits(16, 64);

  private final List<String> read = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private byte[] file = new byte[0];

  @Test
  void eachLineIsARecordWithItsPlace() {
    whole("{\"a\":1}\n{\"b\":\"zwölf\"}\n");
    assertEquals(List.of("{\"a\":1} @0+7", "{\"b\":\"zwölf\"} @8+14"), read);
    assertEquals(List.of(), problems);
  }

  @Test
  void blanksCarriageReturnsAndAByteOrderMarkBelongToNoRecord() {
    whole("\ufeff{\"a\":1}\r\n\r\n  \n {\"b\":2} \r\n");
    assertEquals(List.of("{\"a\":1} @3+7", "{\"b\":2} @18+7"), read);
    assertEquals(List.of(), problems);
  }

  @Test
  void zerosBesideARecordAreReportedAndItIsRead() {
    whole("{\"a\":1}\n\0\0\0{\"b\":2}\n\0\0\n");
    assertEquals(List.of("{\"a\":1} @0+7", "{\"b\":2} @11+7"), read);
    assertEquals(
        List.of(
            "3 bytes are zero, beside a record or for one @8+10",
            "2 bytes are zero, beside a record or for one @19+2"),
        problems);
  }

  @Test
  void aLineWithoutAnEndIsKeptBackUntilItHasOneOrTheFileIsComplete() {
    var reader = reader(0);
    feed(reader, "{\"a\":1}\n{\"b\"");
    assertEquals(List.of("{\"a\":1} @0+7"), read);
    assertEquals(8, reader.offset());
    feed(reader, ":2}\n{\"c\":3}");
    assertEquals(List.of("{\"a\":1} @0+7", "{\"b\":2} @8+7"), read);
    reader.finish();
    assertEquals("{\"c\":3} @16+7", read.getLast());
    assertEquals(16, reader.offset());
  }

  @Test
  void aLaterReaderGoesOnWhereTheEarlierOneWas() {
    var first = reader(0);
    feed(first, "{\"a\":1}\n{\"b\"");
    feed(reader(first.offset()), "{\"b\":2}\n");
    assertEquals(List.of("{\"a\":1} @0+7", "{\"b\":2} @8+7"), read);
  }

  @Test
  void theHeadOfADocumentIsARecordAndSoIsEachMessage() {
    whole("{\"id\":\"x\",\"n\":[1],\"messages\":[{\"a\":[1,2]},{\"b\":\"]\"}],\"end\":1}");
    assertEquals(
        List.of(
            "{\"id\":\"x\",\"n\":[1]} @0+30",
            "{\"a\":[1,2]} @30+11",
            "{\"b\":\"]\"} @42+9",
            "{\"end\":1} @51+10"),
        read);
  }

  @Test
  void aDocumentMayBeSpreadOverLines() {
    whole(
        """
        {
          "id": "x",
          "messages": [
            {
              "a": 1
            }
          ]
        }
        """);
    assertEquals(List.of("{\"id\":\"x\"} @0+30", "{\"a\":1} @35+20", "{} @58+3"), read);
    assertEquals(List.of(), problems);
  }

  @Test
  void anArrayIsADocumentWithoutAHead() {
    whole("[\n {\"a\":1},\n {\"b\":2}\n]\n");
    assertEquals(List.of("{\"a\":1} @3+7", "{\"b\":2} @13+7"), read);
  }

  @Test
  void aDocumentThatIsCutOffGivesWhatIsWholeOfIt() {
    whole("{\"id\":\"x\",\"messages\":[{\"a\":1},{\"b\":\"2");
    assertEquals(List.of("{\"id\":\"x\"} @0+22", "{\"a\":1} @22+7"), read);
    assertEquals(List.of("the document is cut off @30+7"), problems);
  }

  @Test
  void aRecordThatOnlySpeaksOfMessagesIsALine() {
    whole("{\"a\":{\"messages\":[]},\"b\":\"\\\"messages\\\":[\"}\n{\"c\":1}\n");
    assertEquals(2, read.size());
    assertEquals("{\"c\":1} @43+7", read.getLast());
  }

  @Test
  void theEndOfALongStringIsLeftOut() {
    limited("{\"a\":\"0123456789abcdefghij\",\"b\":1}\n{\"c\":2}\n");
    assertEquals(List.of("{\"a\":\"0123456789abcdef\",\"b\":1} @0+34 -4", "{\"c\":2} @35+7"), read);
  }

  @Test
  void neitherAnEscapeNorACharacterIsCutInTwo() {
    limited("{\"a\":\"0123456789abcde\\u00e9xx\"}\n");
    limited("{\"a\":\"0123456789abcdeéxx\"}\n");
    limited("{\"a\":\"0123456789abcde\\\"xx\"}\n");
    assertEquals(
        List.of(
            "{\"a\":\"0123456789abcde\\u00e9\"} @0+31 -2",
            "{\"a\":\"0123456789abcdeé\"} @0+27 -2",
            "{\"a\":\"0123456789abcde\\\"\"} @0+27 -2"),
        read);
  }

  @Test
  void aRecordThatIsLongEvenSoCostsItselfOnly() {
    var long7 = "\"0123456789\",".repeat(7);
    limited("{\"a\":[" + long7 + "1]}\n{\"c\":2}\n");
    assertEquals(List.of("{\"c\":2} @101+7"), read);
    assertEquals(
        List.of("longer than 64 bytes, even without the ends of its long strings @0+100"),
        problems);
  }

  @Test
  void aLineOfAnyLengthTakesBoundedMemory() {
    var reader = reader(0);
    var piece = "0123456789abcdef".repeat(1 << 16).getBytes(UTF_8);
    feed(reader, "{\"a\":\"");
    for (int i = 0; i < 300; i++) {
      reader.feed(piece, 0, piece.length);
    }
    feed(reader, "\"}\n{\"b\":2}\n");
    assertEquals("{\"b\":2} @314572809+7", read.getLast());
    assertEquals((1 << 20) + 8, read.getFirst().indexOf(" @0+314572808 -313524224"));
  }

  /** A file of everything that is odd, with an overlong string at its end. */
  private static final List<String> ODD =
      List.of(
          "\ufeff{\"a\":1}\r\n\n \0\n{\"b\":\"0123456789abcdefghij\\\\\",\"é\":\"日本\"}\nno JSON\n{\"c\":",
          "{\"id\":1,\"messages\":[{\"a\":\"0123456789abcdefghijé\"},7 , \"x\" ],\"z\":\"\\\"}\"} ",
          "{\n\"messages\" : [\n{\"a\":[[{}]]} ]\n}\n",
          "[{\"a\":1},{\"b\":[\"]\"]}]",
          "{\"a\":\"" + "\\u00e9".repeat(9) + "\"}\n{\"b\":\"" + "日".repeat(9) + "\"}\n");

  @Property
  void anyPiecesGiveTheSameRecords(
      @ForAll @IntRange(min = 0, max = 4) int which,
      @ForAll List<@IntRange(min = 1, max = 9) Integer> sizes) {
    read.clear();
    problems.clear();
    file = ODD.get(which).getBytes(UTF_8);
    var whole = new TranscriptReaderTest();
    whole.limited(ODD.get(which));
    var reader = limitedReader();
    int from = 0;
    for (int size : sizes) {
      int to = Math.min(file.length, from + size);
      reader.feed(file, from, to);
      from = to;
    }
    reader.feed(file, from, file.length);
    reader.finish();
    assertEquals(whole.read, read);
    assertEquals(whole.problems, problems);
  }

  @Property
  void anyBytesAreTakenAndNoRecordLiesOutsideOfThem(@ForAll byte[] bytes) {
    file = bytes;
    var reader = limitedReader();
    reader.feed(bytes, 0, bytes.length);
    reader.finish();
    assertTrue(reader.offset() <= bytes.length);
  }

  @Property
  void bracketsInAnyOrderAreTaken(@ForAll("brackets") String text) {
    limited(text);
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> brackets() {
    return net.jqwik.api.Arbitraries.of(
            "{", "}", "[", "]", ",", ":", "\"messages\"", "\"", "\\", "\n", "a")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Test
  void aStreamIsReadToItsEnd() throws IOException {
    var reader = reader(0);
    reader.feed(new java.io.ByteArrayInputStream("{\"a\":1}\n".getBytes(UTF_8)));
    assertEquals(List.of("{\"a\":1} @0+7"), read);
  }

  private void whole(String text) {
    var reader = reader(0);
    feed(reader, text);
    reader.finish();
  }

  private void limited(String text) {
    var reader = limitedReader();
    feed(reader, text);
    reader.finish();
  }

  private void feed(TranscriptReader reader, String text) {
    var bytes = text.getBytes(UTF_8);
    reader.feed(bytes, 0, bytes.length);
  }

  private TranscriptReader reader(long offset) {
    return new TranscriptReader(this::read, this::problem, TranscriptLimits.AMPLE, offset);
  }

  private TranscriptReader limitedReader() {
    return new TranscriptReader(this::read, this::problem, SMALL);
  }

  private void read(TranscriptRecord record) {
    assertInFile(record);
    read.add(
        record.json().toUtf8()
            + place(record)
            + (record.omitted() == 0 ? "" : " -" + record.omitted()));
  }

  private void problem(String reason, TranscriptRecord record) {
    assertInFile(record);
    problems.add(reason + place(record));
  }

  private void assertInFile(TranscriptRecord record) {
    assertTrue(record.offset() >= 0 && record.length() >= 0, record.toString());
    if (file.length > 0) {
      assertTrue(record.offset() + record.length() <= file.length, record.toString());
    }
  }

  private static String place(TranscriptRecord record) {
    return " @" + record.offset() + "+" + record.length();
  }
}
