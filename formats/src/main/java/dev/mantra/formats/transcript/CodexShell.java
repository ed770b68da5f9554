package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Commands that a person typed behind an exclamation mark. They stand in a rollout as a message,
 * and since 0.169 before it as a command that was run.
 *
 * <pre>
 *  &lt;user_shell_command&gt;
 *  &lt;command&gt;
 *  git status --short
 *  &lt;/command&gt;
 *  &lt;result&gt;
 *  Exit code: 0
 *  Duration: 0.0129 seconds
 *  Output:
 *  …
 *  &lt;/result&gt;
 *  &lt;/user_shell_command&gt;
 * </pre>
 */
final class CodexShell {

  static final String TAG = "<user_shell_command>";

  private static final String DURATION = "Duration: ";

  private final CodexTeller teller;
  private String told = "";

  CodexShell(CodexTeller teller) {
    this.teller = teller;
  }

  /** It was run. */
  void executed(CodexExecution done, CodexRecord record) {
    told = done.command();
    tell(done.call(), done.command(), done.started(), done.result(), done.completed(), record);
  }

  /** The model is told about it. */
  void message(String text, CodexRecord record) {
    var command = between(text, "<command>\n", "\n</command>");
    if (command.equals(told) && !told.isEmpty()) {
      told = "";
      return;
    }
    var output = between(text, "<result>\n", "\n</result>");
    var started = record.time().map(time -> time.minus(duration(output)));
    var call = record.id() + "/shell";
    var result = CodexOutput.of(new Json.Text(withoutDuration(output)), false).toResult(call);
    tell(call, command, started, result, record.time(), record);
  }

  private void tell(
      String call,
      String command,
      Optional<Instant> started,
      Block.Result result,
      Optional<Instant> completed,
      CodexRecord record) {
    var prompt = teller.entry(call + "/typed", Kind.USER).text("!" + command);
    teller.tell(prompt.time(started).build(), record);
    var run =
        teller
            .entry(call, Kind.TOOL)
            .started(started)
            .time(completed)
            .add(new Block.Call(call, "shell", command))
            .add(result);
    teller.tell(run.build(), record);
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin);
    int to = text.indexOf(end, from + begin.length());
    return from < 0 || to < 0 ? "" : text.substring(from + begin.length(), to);
  }

  private static Duration duration(String output) {
    int from = output.indexOf(DURATION) + DURATION.length();
    int to = output.indexOf(' ', from);
    try {
      return from < DURATION.length() || to < 0
          ? Duration.ZERO
          : Duration.ofNanos((long) (Double.parseDouble(output.substring(from, to)) * 1e9));
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  private static String withoutDuration(String output) {
    int from = output.indexOf(DURATION);
    int to = output.indexOf('\n', from);
    return from < 0 || to < 0 ? output : output.substring(0, from) + output.substring(to + 1);
  }
}
