package dev.mantra.formats.transcript;

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

final class CursorTranscriptTest extends TranscriptParserContract {

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

  @Override
  List<String> files() {
    return List.of("cursor/lines.jsonl");
  }

  @Override
  TranscriptParser parser(String file, TranscriptSink sink) {
    return new CursorTranscript(TranscriptContext.of(file, "c"), sink);
  }

  @Test
  void linesTellWhoSaidWhatAndNothingElse() throws IOException {
    Told.read("cursor/lines.jsonl", parser("cursor/lines.jsonl", told));

    told.assertShown(
        Told::content,
        """
        SYSTEM | began in
        USER | Count the piers.
        ASSISTANT | Counting.
        TOOL | Shell {"command":"wc"}
        ASSISTANT | Eleven.
        """);
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
  Arbitrary<List<String>> bubbles() {
    return OddRecords.of(BUBBLES);
  }
}
