package dev.mantra.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Makes docs/cli.md of what the commands say about themselves. */
final class CliReference {

  private static final String START =
      """
      # The commands of Mantra

      This page is made from the commands themselves. After a change, make it again:
      `./mvnw -q test -pl cli -am -Dtest=DocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dmantra.docs=write`

      Data goes to standard output, everything else to standard error. `-` stands for standard output where a
      file is asked for. No file is replaced without `--force`. Text that was recorded is never printed as it
      is: control, escape and bidirectional characters appear as `\\e`, `\\x07`, `\\u{202e}`.

      """;

  private static final String POSITIONS =
      """
      ## Sessions and positions

      A session is named by its id, by any beginning of it that no other id has, by `last`, or by `last~2` for
      the third last. A position is `5` for the fifth message, `5.2` for the second step behind it, `user:3` for
      the third prompt, `12:34` or `1:02:03.250` after the start, an ISO time, `50%`, `marker:NAME`, `/regex/` for
      the first moment a line like that is shown, `start` or `end`. A message is where it was complete, and a
      prompt where it was sent; steps 0.1, 0.2 … come before the first message.

      """;

  private static final String SETTINGS =
      """
      ## Settings

      The later of these wins: `/etc/mantra/config.toml`, your `config.toml`, the project's `.mantra.toml`, the
      environment, options. Your file is in `$MANTRA_HOME/config`, else `$XDG_CONFIG_HOME/mantra`, else
      `~/.config/mantra`. The project's file is looked for from the working folder up to the root of the
      repository; it may only set what cannot do harm. Keys are written as `rec.input = false`, or in a table
      `[rec]`. A setting that is wrong is reported with file and line and passed over.

      `MANTRA_HOME` puts data, cache, configuration and state below one folder. `MANTRA_DEBUG=1` shows where
      errors come from. `NO_COLOR` and `CLICOLOR_FORCE` are obeyed. A key is written `C-x`, `^X`, `F12` or as
      the character itself.

      """;

  private static final String JSON =
      """
      ## JSON

      `--json` prints one object. `schemaVersion` is 1; it grows when a field changes its meaning or goes away,
      while new fields may come at any time. A field without a value is left out. Times are ISO 8601 in UTC,
      durations and places in a session are seconds, sizes are bytes. Everything beyond ASCII is escaped.

      - `ls --json`: `sessions`, each with `id`, `state` (recording, finished, interrupted, imported, damaged),
        `agent` (or the program), `agents` (of whose transcripts it has copies), `command` (words), `folder`,
        `project`, `startedAt`, `duration`, `bytes` (of the journal), `title`, `tags`, `exitStatus`, `messages`.
        A damaged session has only `id`, `state` and `problem`.
      - `info --json`: `session` with the fields above and `columns`, `rows`, `environment`, `input` (recorded
        or left_out), `idleTimeLimit`, `gitHead`, `recordedBy`, `origin` (`format`, `path`, `sha256`),
        `endReason` (exited, hangup, terminated, detached, imported), `events`, `outputBytes`, `inputBytes`,
        `hiddenInputs`, `pauses`, `unknownEvents`, `files` (`workspace`, its path; `touched`, `linesAdded`,
        `linesRemoved`, `notCaptured`: `at`, `path`, `why`, `detail`; `missing`: how many
        files' contents are not kept, by reason), `gaps` (`from`, `to`, `bytes`, `reason`), `damage` (bytes
        `from` and `to` in the journal's file, `reason`), `marks` (`at`, `label`),
        `notes` (`made`, `text`). With messages also `prompts`, `tokens` (`input`, `cacheRead`, `cacheWrite`,
        `output`, `thinking`) and `conversations`, each with `agent`, `id`, `title`, `transcript`, `folder`,
        `version`, `forkedFrom`, `models`, `messages`, `unknownRecords`, `tokens`.
      - `screen -f json`: `size` (`columns`, `rows`), `cursor` (`row` and `column` from 0, `visible`, `shape`:
        block, underline or bar), `title`, `alternateScreen`, the colours that the program gave to
        `defaultForeground`, `defaultBackground` and `cursorColor`, and `rows`, each with `text` (without blanks
        at its end), `wrapped` (it goes on in the next row) and `runs`. A run is cells with one style: `column`,
        `columns`, `foreground`, `background`, `underline` (single, double, curly, dotted, dashed),
        `underlineColor`, `bold`, `dim`, `italic`, `blink`, `inverse`, `hidden`, `strike`, `overline`, `link`.
        A colour is the number of a palette entry or "#rrggbb"; a wide character takes two columns.
      - `text --json`: one object a line, with `number` (from 0, in the order of appearance), `text`, `first` and
        `last` (when it was seen), `place` (where it was last: main, alternate for the alternate screen,
        scroll_region, or wiped for what was cleared or overwritten).
      - `messages --json`: `session` (its id) and `messages`, each with `number` (a position), `message`,
        `step`, `prompt` (how many prompts there have been), `kind` (user, assistant, thinking, tool,
        progress, system, summary, snapshot, files, unknown), `abandoned` (the conversation went back behind
        it), `at`, `shownAt` (where its text is to be seen, if that is not the same), `time`, `timeFrom`
        (typed: when Enter was pressed; transcript; read: when it was read there, as the transcript has no
        time; shown: when a shell said so, or when a reply that was cut off was drawn), `agent`,
        `conversation`, `id` (empty where no transcript tells of it), `source` (transcript, prompt_log,
        typed: no transcript has it; shown: of a shell, or cut off; observed), `subAgent` (`id`, `call`),
        `model`, `tokens` (`input`, `cacheRead`, `cacheWrite`, `output`, `thinking`), `tool` (`name`,
        `outcome`: done, failed, refused or interrupted, `exitStatus`, `files` that the agent says it
        changed), `claimedBy` of files that changed (the number of the call that says it did that), `text`
        (how it begins; of a tool, what it was called for) and `textLength`. With `--full` `text` is all
        that was said, `omitted` how many characters were left out, and `blocks` are its parts: each `is`
        text (`text`), call (`name`, `input`), result (`outcome`, `output`, `exitStatus`), edit (`path`,
        `kind`, `movedTo`, `patch`, `before`, `after`), image (`mediaType`, `length`), rewound (`last`),
        titled (`title`) or began (`transcript`, `folder`, `version`, `forkedFrom`).
      - `files --json`: `session` (its id), `workspace` (its path), `origin` (observed, or transcript: what agents
        say they changed), `at`, `files`, each with `path`, `kind` (file, link, folder: only empty ones), `mode`
        (octal), `size`, `target` of a link, `missing` (why the content is not known), and `notCaptured` as in
        `info --json`.
      - `diff --json`: `session`, `workspace`, `origin`, `from` and `to` (moments), `files`, each with `path`, `from`
        when it was renamed, `kind` (added, modified, deleted, renamed, mode), `modeBefore`, `mode`, `linesAdded`,
        `linesRemoved` and `patch` of text, `binary` of what is none, `missing` (why the change is not known), and
        with `--by message` `message`, the number of the one behind which it came.
      - `config --json`: `settings`, each with `key`, `value` (as text, empty when there is none), `origin`,
        `variable`.

      """;

  private CliReference() {}

  static String page() {
    var page = new StringBuilder(START).append(POSITIONS).append("## Commands\n\n");
    var mantra = CommandTree.full(new TestProgram(Path.of("/")).call());
    append(page, mantra);
    mantra.getSubcommands().values().forEach(command -> append(page, command));
    page.append(SETTINGS).append(settings()).append('\n').append(JSON).append(statuses());
    return page.toString();
  }

  private static void append(StringBuilder page, CommandLine command) {
    var console =
        new TestProgram(Path.of("/"))
            .console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    var usage = CommandTree.usage(command, console).stripTrailing();
    page.append("### ")
        .append(command.getCommandSpec().qualifiedName())
        .append("\n\n```\n")
        .append(usage.lines().map(String::stripTrailing).collect(Collectors.joining("\n")))
        .append("\n```\n\n");
  }

  private static String settings() {
    return "| key | variable | default | a project may set it | meaning |\n|---|---|---|---|---|\n"
        + Arrays.stream(SettingKey.values())
            .map(
                key ->
                    "| `%s` | `%s` | %s | %s | %s: %s |\n"
                        .formatted(
                            key.key(),
                            key.variable(),
                            key.usual().isEmpty() ? "" : "`" + key.usual() + "`",
                            project(key),
                            key.meaning(),
                            key.form().description()))
            .collect(Collectors.joining());
  }

  private static String project(SettingKey key) {
    if (!key.concernsProjects()) {
      return "no";
    }
    return key.isForProjects("true") ? "yes" : "only to `false`";
  }

  private static String statuses() {
    return "## Exit status\n\n`mantra rec` ends with the status of the recorded command, 128+n after signal"
        + " n.\n\n| status | meaning |\n|---|---|\n"
        + Arrays.stream(ExitCode.values())
            .map(code -> "| %d | %s |\n".formatted(code.status(), code.meaning()))
            .collect(Collectors.joining());
  }
}
