package dev.mantra.recorder.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code native-config/bench/histories} does at full size: odd, torn, long and growing files.
 */
final class OddHistoriesTest {

  private static final String ID = "1b88a7a9-0000-4000-8000-000000000001";

  @TempDir Path temp;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int count;

  @BeforeEach
  void makeProject() throws IOException {
    Files.createDirectories(file().resolveSibling("."));
  }

  @Test
  void aTornLastLineIsReportedAndReadWhenItIsWhole() throws IOException {
    add(said("Whole."));
    var torn = said("Torn.");
    add(torn.substring(0, torn.length() - 30));
    var report = importFile();
    assertEquals(List.of("Whole."), texts());
    assertTrue(report.troubles().getFirst().reason().contains("the file ends within this record"));
    add(torn.substring(torn.length() - 30));
    assertEquals(0, importFile().troubleCount());
    assertEquals(List.of("Whole.", "Torn."), texts());
  }

  @Test
  void aLineWithoutAnEndIsALine() throws IOException {
    add(said("First."));
    add(said("Last.").strip());
    assertEquals(0, importFile().troubleCount());
    assertEquals(List.of("First.", "Last."), texts());
  }

  @Test
  void otherEncodingsCostOnlyTheCharactersThatTheyAreIn() throws IOException {
    bytes.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    add(said("Behind a byte order mark."));
    bytes.writeBytes(said("In Latin-1: \u00e9.").getBytes(StandardCharsets.ISO_8859_1));
    add(said("Half a pair: \\ud83d."));
    bytes.writeBytes("{}\n".getBytes(StandardCharsets.UTF_16LE));
    bytes.writeBytes(new byte[512]);
    add("\n" + said("The end.").replace("\n", "\r\n"));
    importFile();
    assertEquals(
        List.of(
            "Behind a byte order mark.", "In Latin-1: \ufffd.", "Half a pair: \ufffd.", "The end."),
        texts());
    assertArrayEquals(bytes.toByteArray(), copy());
  }

  @Test
  void deepNestingCostsItsOwnLine() throws IOException {
    add(said("Before."));
    add("[".repeat(200_000) + "\n");
    add("{\"type\":\"user\",\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}\n");
    add(said("After."));
    var report = importFile();
    assertEquals(2, report.troubleCount());
    assertTrue(report.troubles().getFirst().reason().contains("nesting"));
    assertEquals(List.of("Before.", "After."), texts());
  }

  @Test
  void aLineOfManyMegabytesIsShortenedAndItsCopyIsWhole() throws IOException {
    add(said("Before."));
    add(said("x".repeat(20 << 20)));
    add(said("After."));
    assertEquals(0, importFile().troubleCount());
    var entries = entries();
    assertEquals(3, entries.size());
    assertEquals(20 << 20, entries.get(1).text().length() + entries.get(1).omitted());
    assertArrayEquals(bytes.toByteArray(), copy());
  }

  @Test
  void aLargeFileHasAllItsEntriesInTheirOrder() throws IOException {
    var expected = new ArrayList<String>();
    for (int i = 0; bytes.size() < 6 << 20; i++) {
      var text = i + " " + "glaze ".repeat(200);
      expected.add(text.strip());
      add(said(text.strip()));
    }
    importFile();
    assertEquals(expected, texts());
  }

  @Test
  void whatIsAddedWhileAFileIsReadIsThereAfterTheNextImport() throws Exception {
    for (int i = 0; i < 2000; i++) {
      add(said("line " + i));
    }
    Files.write(file(), bytes.toByteArray());
    var growth =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 2000; i < 3000; i++) {
                    grow(said("line " + i));
                  }
                });
    user().importAll();
    growth.join();
    user().importAll();
    assertEquals(3000, texts().size());
    assertEquals("line 2999", texts().getLast());
    assertArrayEquals(Files.readAllBytes(file()), copy());
  }

  private void grow(String line) {
    var half = line.getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(file(), Arrays.copyOf(half, 40), StandardOpenOption.APPEND);
      Files.write(file(), Arrays.copyOfRange(half, 40, half.length), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path file() {
    return temp.resolve("home/.claude/projects/-home-ada-kiln/" + ID + ".jsonl");
  }

  private AgentsUser user() {
    return new AgentsUser(
        temp.resolve("home"), temp.resolve("state"), new Store(temp.resolve("sessions")));
  }

  private void add(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private HistoryReport importFile() throws IOException {
    Files.write(file(), bytes.toByteArray());
    return user().report();
  }

  private byte[] copy() throws IOException {
    var transcripts = user().store().sessions().getFirst().transcripts();
    return Files.readAllBytes(transcripts.resolve("claude-" + ID + ".jsonl"));
  }

  private List<Entry> entries() throws IOException {
    return ToyHome.messages(user().store().sessions().getFirst()).stream()
        .map(Event.Message::entry)
        .filter(Entry::isMessage)
        .toList();
  }

  private List<String> texts() throws IOException {
    return entries().stream().map(Entry::text).toList();
  }

  /** A reply as Claude Code writes it; the text is already JSON. */
  private String said(String text) {
    count++;
    return """
        {"type":"assistant","uuid":"a%1$d","parentUuid":null,"sessionId":"%2$s","session_id":"%2$s",\
        "cwd":"/home/ada/kiln","version":"2.1.329","timestamp":"2026-11-21T08:%3$02d:%4$02d.000Z",\
        "message":{"id":"m%1$d","role":"assistant","model":"model-a",\
        "content":[{"type":"text","text":"%5$s"}]}}
        """
        .formatted(count, ID, count / 60 % 60, count % 60, text);
  }
}
