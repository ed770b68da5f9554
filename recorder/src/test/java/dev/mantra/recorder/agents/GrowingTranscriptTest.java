package dev.mantra.recorder.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.formats.transcript.TranscriptRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingTranscriptTest implements GrowingTranscript.Listener {

  private static final Instant TIME = Instant.parse("2026-11-21T04:00:00Z");

  @TempDir Path temp;
  private final List<String> read = new ArrayList<>();

  @Override
  public void read(TranscriptRecord record, List<GrowingTranscript.Said> said) {
    said.stream()
        .map(GrowingTranscript.Said::entry)
        .filter(Entry::isMessage)
        .forEach(one -> read.add(one.text()));
  }

  @Test
  void whereverAFileIsCutWhileItGrowsTheSameIsRead() throws IOException {
    var all =
        (Said.prompt("a", TIME, "Señorita 🚢") + "\n" + Said.reply("b", "a", TIME, "Æolus") + "\n")
            .getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= all.length; cut += 7) {
      read.clear();
      var file = temp.resolve(cut + ".jsonl");
      var transcript = claude(file);
      assertFalse(transcript.read());
      append(file, all, 0, cut);
      transcript.read();
      append(file, all, cut, all.length);
      transcript.read();
      assertEquals(List.of("Señorita 🚢", "Æolus"), read);
    }
  }

  @Test
  void nothingIsReadTwice() throws IOException {
    var file = temp.resolve("one.jsonl");
    var transcript = claude(file);
    append(file, Said.prompt("a", TIME, "one") + "\n");
    assertTrue(transcript.read());
    assertFalse(transcript.read());
    append(file, Said.reply("b", "a", TIME, "two") + "\n");
    assertTrue(transcript.read());
    assertEquals(List.of("one", "two"), read);
  }

  @Test
  void aLineThatIsNoRecordCostsItselfOnly() throws IOException {
    var file = temp.resolve("one.jsonl");
    append(
        file,
        Said.prompt("a", TIME, "one")
            + "\n{\"type\":\"user\",\n\0\0\0\n"
            + Said.reply("b", "a", TIME, "two")
            + "\n");
    claude(file).read();
    assertEquals(List.of("one", "two"), read);
  }

  @Test
  void aFileThatWasDeletedHasNothingToSay() throws IOException {
    var file = temp.resolve("one.jsonl");
    append(file, Said.prompt("a", TIME, "one") + "\n");
    var transcript = claude(file);
    transcript.read();
    Files.delete(file);
    assertFalse(transcript.read());
    assertEquals(List.of("one"), read);
  }

  @Test
  void aFileThatWasPutInThePlaceOfAnotherIsReadFromItsBeginning() throws IOException {
    var file = temp.resolve("one.jsonl");
    append(file, Said.prompt("a", TIME, "one") + "\n");
    var transcript = claude(file);
    transcript.read();
    var other = temp.resolve("other");
    append(other, Said.prompt("a", TIME, "one") + "\n" + Said.reply("b", "a", TIME, "two") + "\n");
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertTrue(transcript.read());
    assertEquals(List.of("one", "two"), read, "and what is the same in it is not told again");
  }

  @Test
  void aDocumentThatIsWrittenAnewMayBeMetEmptyOrHalf() throws IOException {
    var file = temp.resolve("session-2026-11-21T03-40-156d384b.json");
    var transcript = gemini(file);
    var one = Said.gemini("a", "user", TIME, "one");
    var two = Said.gemini("b", "gemini", TIME.plusSeconds(1), "two");
    write(file, document(one));
    transcript.read();
    assertEquals(List.of("one"), read);
    write(file, "");
    transcript.read();
    var whole = document(one, two);
    write(file, whole.substring(0, whole.length() - 20));
    transcript.read();
    write(file, whole);
    transcript.read();
    assertEquals(List.of("one", "two"), read);
    assertTrue(transcript.isDocument());
  }

  private GrowingTranscript claude(Path file) {
    return open(Agent.CLAUDE, file);
  }

  private GrowingTranscript gemini(Path file) {
    return open(Agent.GEMINI, file);
  }

  private GrowingTranscript open(Agent agent, Path file) {
    var context = TranscriptContext.of(file.toString(), Said.CONVERSATION);
    return new TranscriptFormats().of(agent, file, context).open(this);
  }

  private static String document(String... messages) {
    return "{\n  \"sessionId\": \"156d384b\",\n  \"startTime\": \"%s\",\n  \"messages\": [\n    %s\n  ]\n}"
        .formatted(TIME, String.join(",\n    ", messages));
  }

  private static void append(Path file, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    append(file, bytes, 0, bytes.length);
  }

  private static void append(Path file, byte[] bytes, int from, int to) throws IOException {
    Files.write(
        file,
        java.util.Arrays.copyOfRange(bytes, from, to),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }
}
