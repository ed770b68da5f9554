package dev.mantra.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mantra.terminal.Terminal;
import dev.mantra.terminal.TerminalOptions;
import dev.mantra.terminal.WidthPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the virtual terminal is compared with others; see docs/develop.md. */
@Command(
    name = EmulateCommand.NAME,
    hidden = true,
    header = "Play cases in the virtual terminal.",
    description = {
      "Reads a case a line and prints the screen that it ends with, as JSON. A case is {cols, rows,"
          + " scrollback, chunks}, where a chunk is base64 or {\"resize\": [cols, rows]}. A case that"
          + " cannot be read gives {\"error\": reason}."
    },
    footer = {"  mantra emulate --batch < cases.jsonl"})
final class EmulateCommand implements Callable<Integer> {

  static final String NAME = "emulate";

  private static final int USUAL_COLUMNS = 80;
  private static final int USUAL_ROWS = 24;

  private final Call call;
  private final ObjectMapper json = new ObjectMapper();

  @Option(
      names = "--batch",
      required = true,
      description = "Read from standard input until it ends.")
  @SuppressWarnings("unused") // it says what happens anyway; another way may come
  private boolean batch;

  /** Not what sessions have: most terminals that screens are compared with count code points. */
  @Option(
      names = "--widths",
      paramLabel = "POLICY",
      description = "How wide text is: code_points, which is the default here, or clusters.")
  private WidthPolicy widths = WidthPolicy.CODE_POINTS;

  EmulateCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var in = call.around().in();
    var out = call.console().data();
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        out.write((answer(line) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }
    return ExitCode.OK.status();
  }

  private String answer(String line) throws IOException {
    try {
      return json.writeValueAsString(EmulatedScreen.of(play(json.readTree(line))));
    } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException e) {
      return json.createObjectNode().put("error", String.valueOf(e.getMessage())).toString();
    }
  }

  private Terminal play(JsonNode test) {
    var options = new TerminalOptions(test.path("scrollback").asInt(0), widths);
    var terminal =
        new Terminal(
            test.path("cols").asInt(USUAL_COLUMNS), test.path("rows").asInt(USUAL_ROWS), options);
    for (var chunk : test.path("chunks")) {
      var size = chunk.path("resize");
      if (size.isArray()) {
        terminal.resize(size.path(0).asInt(), size.path(1).asInt());
      } else {
        terminal.feed(Base64.getDecoder().decode(chunk.asText()));
      }
    }
    return terminal;
  }
}
