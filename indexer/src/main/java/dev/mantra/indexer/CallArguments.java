package dev.mantra.indexer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The arguments of a tool's call, as somebody would look for them: JSON without its braces, with
 * the line ends of its texts.
 *
 * @param text a line {@code name: value} for each argument; more for one that has more
 */
record CallArguments(String text, String command, List<String> files) {

  private static final JsonFactory JSON = new JsonFactory();

  private static final Set<String> COMMANDS = Set.of("command", "cmd");

  private static final Set<String> FILES =
      Set.of(
          "file_path", "filePath", "absolute_path", "notebook_path", "path", "file", "target_file");

  /** A command is not looked for by what comes later in it. */
  private static final int LONGEST_COMMAND = 4096;

  static CallArguments of(String input) {
    var reading = new Reading();
    try (var json = JSON.createParser(input)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return new CallArguments(input, "", List.of());
      }
      reading.read(json);
    } catch (IOException e) {
      return new CallArguments(input, reading.command(), reading.files);
    }
    return new CallArguments(reading.text.toString(), reading.command(), reading.files);
  }

  private static final class Reading {
    private final StringBuilder text = new StringBuilder();
    private final List<String> words = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    void read(JsonParser json) throws IOException {
      var name = "";
      for (var token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          name = json.currentName();
        } else if (token.isScalarValue()) {
          add(name, json.getText());
        }
      }
    }

    private void add(String name, String value) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(name).append(": ").append(value);
      if (COMMANDS.contains(name)) {
        words.add(value);
      } else if (FILES.contains(name)) {
        files.add(value);
      }
    }

    String command() {
      var command = String.join(" ", words);
      return command.substring(0, Math.min(LONGEST_COMMAND, command.length()));
    }
  }
}
