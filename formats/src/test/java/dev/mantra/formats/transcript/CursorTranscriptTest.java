package dev.mantra.formats.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CursorTranscriptTest {

  private static final List<String> LINES =
      List.of(
          """
          {"role":"user","message":{"content":[{"type":"text","text":"<user_query>\\nCount the piers.\\n</user_query>"}]}}\
          """,
          """
          {"role":"assistant","message":{"content":[{"type":"text","text":"Counting."},{"type":"tool_use","name":"Shell","input":{"command":"wc"}}]}}\
          """,
          """
          {"role":"tool","message":{"content":[{"type":"tool-result","toolCallId":"k","result":{"a":1}}]}}\
          """);

  private static final List<String> BUBBLES =
      List.of(
          """
          {"type":1,"text":"","richText":"{\\"root\\":{\\"children\\":[{\\"text\\":\\"x\\"}]}}","createdAt":"2026-05-04T08:00:00Z","images":[{}]}\
          """,
          """
          {"type":2,"capabilityType":30,"thinking":{"text":"t"},"timingInfo":{"clientRpcSendTime":1,"clientEndTime":2},"modelInfo":{"modelName":"m"}}\
          """,
          """
          {"type":2,"capabilityType":15,"toolFormerData":{"tool":15,"toolCallId":"k","status":"completed","params":"{\\"path\\":\\"p\\"}","result":"{\\"exitCodeV2\\":0,\\"diff\\":{\\"chunks\\":[{\\"diffString\\":\\"+ a\\"}]}}"}}\
          """);

  private final Told told = new Told();

  @Test
  void linesTellWhoSaidWhatAndNothingElse() {
    take(LINES.subList(0, 2));

    told.assertShown(
        Told::content,
        """
        SYSTEM | began in
        USER | Count the piers.
        ASSISTANT | Counting.
        TOOL | Shell {"command":"wc"}
        """);
    assertEquals(4, told.entries.stream().map(entry -> entry.id()).distinct().count());
  }

  @Test
  void aLineThatIsNoJsonCostsOnlyItself() {
    take(List.of(LINES.getFirst(), "{\"role\":\"us", LINES.get(1), "[]"));

    assertEquals(4, told.entries.size());
    assertEquals(1, told.problems.size());
    assertEquals(List.of("no object"), told.unknown);
  }

  @Property(tries = 300)
  void noLineIsTooOdd(@ForAll @From("lines") List<String> lines) {
    take(lines);
  }

  @Property(tries = 300)
  void noBubbleIsTooOdd(@ForAll @From("bubbles") List<String> bubbles) throws IOException {
    var voice = new CursorVoice(told, "c", Optional.empty());
    var tools = new CursorTools(new CursorEdits(_ -> Optional.empty()));
    var times = CursorPromptTimes.of(new Json.Text(""));
    var reader = new CursorBubbles(voice, tools, times, Optional.empty(), "");
    for (var bubble : bubbles) {
      try {
        var json = Json.of(Bytes.utf8(bubble));
        reader.take("b", json, voice.row(Bytes.utf8(bubble)));
      } catch (IOException e) {
        // Rows that are no JSON never come so far.
      }
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return OddRecords.of(LINES);
  }

  @Provide
  Arbitrary<List<String>> bubbles() {
    return OddRecords.of(BUBBLES);
  }

  private void take(List<String> lines) {
    var parser = new CursorTranscript(TranscriptContext.of("x.jsonl", "c"), told);
    long offset = 0;
    for (var line : lines) {
      var json = Bytes.utf8(line);
      parser.accept(new TranscriptRecord(json, offset, json.length(), 0));
      offset += json.length() + 1L;
    }
    parser.finish();
  }
}
