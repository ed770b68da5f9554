package dev.mantra.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHeadTest {

  private static final String LONG = "x".repeat(20_000);

  @TempDir Path temp;

  @Test
  void theFirstRecordThatHasAMemberTellsIt() throws IOException {
    var head = head("{\"a\":\"1\"}\n{\"a\":\"2\",\"b\":{\"c\":\"3\"}}\n");
    assertEquals(Optional.of("1"), head.text("a"));
    assertEquals(Optional.of("3"), head.text("b.c"));
    assertEquals(Optional.empty(), head.text("c"));
  }

  @Test
  void whatStandsBehindALongTextIsFound() throws IOException {
    var head =
        head("{\"a\":\"1\",\"text\":\"" + LONG + "\",\"b\":\"2\"}\n{\"b\":\"3\",\"c\":\"4\"}\n");
    assertEquals(Optional.of("1"), head.text("a"));
    assertEquals(Optional.of("2"), head.text("b"));
    assertEquals(Optional.of("4"), head.text("c"));
  }

  @Test
  void aTextThatIsCutOffByTheFirstLookIsTakenWhole() throws IOException {
    var half = "y".repeat(3_000);
    var head = head("{\"a\":\"" + half + "\",\"b\":\"" + half + "\",\"c\":\"" + half + "\"}\n");
    assertEquals(Optional.of(half), head.text("c"));
  }

  @Test
  void whatIsGoneWhenMoreIsAskedForTellsNoMore() throws IOException {
    var file = file("{\"a\":\"1\",\"text\":\"" + LONG + "\",\"b\":\"2\"}\n");
    var head = FileHead.of(file);
    Files.delete(file);
    assertEquals(Optional.empty(), head.text("b"));
    assertEquals(Optional.of("1"), head.text("a"));
  }

  private FileHead head(String content) throws IOException {
    return FileHead.of(file(content));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(temp.resolve("x.jsonl"), content);
  }
}
