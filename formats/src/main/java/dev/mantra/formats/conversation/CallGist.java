package dev.mantra.formats.conversation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;

/** What a call of a tool is about: of all its arguments, the one that a person would name. */
final class CallGist {

  private static final JsonFactory JSON = new JsonFactory();

  /** Members that say it, the best first. */
  private static final List<String> TELLING =
      List.of(
          "command",
          "cmd",
          "file_path",
          "filePath",
          "absolute_path",
          "notebook_path",
          "path",
          "pattern",
          "query",
          "url",
          "description",
          "prompt",
          "message",
          "name");

  private CallGist() {}

  /** From the arguments as the agent wrote them; what is no JSON object tells itself. */
  static String of(String input) {
    int best = TELLING.size();
    var gist = input;
    try (var json = JSON.createParser(input)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return input;
      }
      while (best > 0 && json.nextToken() == JsonToken.FIELD_NAME) {
        int rank = TELLING.indexOf(json.currentName());
        var value = json.nextToken();
        if (rank >= 0 && rank < best && value == JsonToken.VALUE_STRING) {
          best = rank;
          gist = json.getText();
        } else if (rank >= 0 && rank < best && value == JsonToken.START_ARRAY) {
          best = rank;
          gist = words(json);
        } else {
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      // As far as it could be read.
    }
    return gist;
  }

  /** A command may be given word by word. */
  private static String words(JsonParser json) throws IOException {
    var words = new StringBuilder();
    for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
      if (token == null || words.length() > Gist.MOST) {
        break;
      }
      if (token.isScalarValue()) {
        words.append(words.isEmpty() ? "" : " ").append(json.getText());
      } else {
        json.skipChildren();
      }
    }
    return words.toString();
  }
}
