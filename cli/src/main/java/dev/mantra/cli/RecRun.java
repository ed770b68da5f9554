package dev.mantra.cli;

import dev.mantra.cli.RecOptions.Switch;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.recorder.AsciicastSink;
import dev.mantra.recorder.JournalSink;
import dev.mantra.recorder.Notices;
import dev.mantra.recorder.Recording;
import dev.mantra.recorder.SessionClock;
import dev.mantra.recorder.Sink;
import dev.mantra.recorder.agents.AgentSource;
import dev.mantra.recorder.pty.CommandNotRunnableException;
import dev.mantra.recorder.pty.CurrentProcess;
import dev.mantra.recorder.pty.CurrentThread;
import dev.mantra.recorder.pty.Detached;
import dev.mantra.recorder.pty.Display;
import dev.mantra.recorder.pty.Keys;
import dev.mantra.recorder.pty.PtySource;
import dev.mantra.recorder.workspace.GitHead;
import dev.mantra.recorder.workspace.WorkspaceSource;
import dev.mantra.redactor.HashedValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Puts terminal, recording and store together for {@code mantra rec}.
 *
 * <p>The order is that of a race: the journal gets ready on a thread of its own while the program
 * is being started, and whatever can wait until the program runs does.
 */
final class RecRun {

  /** What tells a reader how the terminal behaved. Nothing else of the environment is kept. */
  private static final List<String> TELLING =
      List.of("TERM", "TERM_PROGRAM", "COLORTERM", "SHELL", "LANG", "LC_ALL", "LC_CTYPE");

  /** What a shell would see of a program that was left behind when its terminal went away. */
  private static final int HANGUP_STATUS = 129;

  /** The launcher says where the program is installed. */
  private static final String HOME = "mantra.home";

  private final RecOptions options;
  private final Settings settings;
  private final Console console;
  private final SessionClock clock = SessionClock.start();
  private final Notices notices = new Notices();
  private final List<Bytes> command;

  /** What a session is recorded with. */
  private record Parts(
      SessionId id,
      PtySource source,
      Recording recording,
      Optional<JournalSink> journal,
      Optional<AgentSource> agents) {}

  private RecRun(RecOptions options, Settings settings, Console console) {
    this.options = options;
    this.settings = settings;
    this.console = console;
    this.command = RecCommandLine.of(options, settings.environment(), CurrentProcess.commandLine());
  }

  /** Runs the command and returns the status to exit with. */
  static int run(RecOptions options, Settings settings, Console console) {
    var run = new RecRun(options, settings, console);
    try {
      return settings.isInsideRecording() ? run.plainly() : run.record();
    } catch (CommandNotRunnableException e) {
      console.notice(String.valueOf(e.getMessage()));
      return e.status();
    }
  }

  /** Inside a recording there is nothing to add to it. */
  private int plainly() throws CommandNotRunnableException {
    if (options.verbose() == Switch.ON) {
      console.notice("already recording; running the command as it is");
    }
    CurrentProcess.become(command);
    throw new AssertionError("a program that was replaced went on");
  }

  private int record() throws CommandNotRunnableException {
    var store = settings.sessions();
    boolean strict = isOn(options.strict(), settings.isStrict());
    if (store.isEmpty() && strict) {
      throw new CommandFailure(
          ExitCode.CANNOT_RECORD, "cannot record: HOME is not set, so there is no store");
    }
    checkCast();
    var id = SessionId.of(clock.startedAt(), SessionHeader.programOf(command), random());
    PtySource source;
    try {
      source = PtySource.open(request(id));
    } catch (IOException e) {
      return unrecorded(e, strict);
    }
    var header = header(id, source.size());
    var journal = journal(id, header);
    var agents = journal.flatMap(sink -> agents(id, sink));
    var recording = new Recording(clock, sinks(header, journal, agents), notices);
    if (store.isEmpty()) {
      notices.add("this session could not be recorded: HOME is not set, so there is no store");
    }
    var parts = new Parts(id, source, recording, journal, agents);
    return strict ? recordOrRefuse(parts) : record(parts);
  }

  private int record(Parts parts) throws CommandNotRunnableException {
    try {
      parts.source.start();
    } catch (IOException e) {
      return unrecorded(e, false);
    }
    return relay(parts).status().orElse(HANGUP_STATUS);
  }

  /** There is no terminal to be had: the program is run all the same, unless that was forbidden. */
  private int unrecorded(IOException problem, boolean strict) throws CommandNotRunnableException {
    var reason = "cannot record: " + problem.getMessage();
    if (strict) {
      throw refusal(reason);
    }
    console.notice(reason);
    return plainly();
  }

  /** With --strict the program runs only as long as it is recorded. */
  private int recordOrRefuse(Parts parts) throws CommandNotRunnableException {
    var recording = parts.recording;
    recording.start();
    try {
      if (!recording.awaitOpen()) {
        throw refusal(notices.line().orElse("cannot record"));
      }
      parts.source.start();
      notices.onFirst(parts.source::terminate);
    } catch (IOException | InterruptedException e) {
      recording.discard();
      throw refusal("cannot record: " + e.getMessage());
    } catch (CommandNotRunnableException | CommandFailure e) {
      recording.discard();
      throw e;
    }
    var outcome = relay(parts);
    return notices.isEmpty()
        ? outcome.status().orElse(HANGUP_STATUS)
        : ExitCode.CANNOT_RECORD.status();
  }

  private PtySource.Outcome relay(Parts parts) {
    var recording = parts.recording;
    var workspace =
        isOn(options.workspace(), settings.recordsWorkspace()) && !settings.redactsRecording()
            ? new RecWorkspace(settings, console.around().folder(), options.workspaceFolder())
                .start(parts.id, recording, notices)
            : Optional.<WorkspaceSource>empty();
    parts.agents.ifPresent(agents -> agents.start(recording));
    // Values that were covered before they were written need not be recognised later.
    var secrets =
        settings.redactsRecording()
            ? Optional.<RecSecrets>empty()
            : Optional.of(
                RecSecrets.start(
                    settings.environment(),
                    console.around().folder(),
                    () -> parts.journal.flatMap(JournalSink::session)));
    var outcome = parts.source.relay(recording, this::keys);
    // The agents first: what they have said last is a moment of the workspace, too.
    parts.agents.ifPresent(AgentSource::finish);
    workspace.ifPresent(WorkspaceSource::finish);
    secrets.ifPresent(RecSecrets::finish);
    recording.finish(
        outcome.reason(), outcome.status().map(OptionalInt::of).orElse(OptionalInt.empty()));
    if (!isOn(options.quiet(), settings.isQuiet())) {
      notices.line().ifPresent(console::notice);
    }
    index();
    return outcome;
  }

  /** Leaves it to a process of its own, so that nobody waits for it. */
  private void index() {
    var home = System.getProperty(HOME, "");
    if (!home.isEmpty() && settings.sessions().isPresent() && settings.indexesAfterwards()) {
      var words = List.of(home + "/bin/mantra", "index", IndexCommand.BEHIND);
      Detached.start(words.stream().map(Bytes::utf8).toList());
    }
  }

  private static CommandFailure refusal(String reason) {
    return new CommandFailure(
        ExitCode.CANNOT_RECORD, reason + "; the command was not started, because of --strict");
  }

  private PtySource.Request request(SessionId id) {
    return new PtySource.Request(
        command,
        id.value(),
        options.windowSize(),
        options.headless() == Switch.ON ? Display.NONE : Display.HOST,
        input());
  }

  private Optional<JournalSink> journal(SessionId id, Header header) {
    return settings
        .sessions()
        .map(_ -> new JournalSink(settings.store(), id, header::get, notices));
  }

  private Optional<AgentSource> agents(SessionId id, JournalSink journal) {
    return isOn(options.agents(), settings.recordsAgents()) && !settings.redactsRecording()
        ? Optional.of(
            new AgentSource(
                id, clock, input(), journal::session, CurrentThread::preferOthers, notices))
        : Optional.empty();
  }

  private List<Sink> sinks(
      Header header, Optional<JournalSink> journal, Optional<AgentSource> agents) {
    var sinks = new ArrayList<Sink>();
    journal.ifPresent(sinks::add);
    agents.map(AgentSource::witness).ifPresent(sinks::add);
    options.cast().ifPresent(file -> sinks.add(new AsciicastSink(() -> open(file), header::get)));
    return header.mask().<List<Sink>>map(mask -> List.of(mask.over(sinks))).orElse(sinks);
  }

  /**
   * The header as it is written.
   *
   * @param mask what covers secrets, if that is done now
   */
  private record Header(Supplier<SessionHeader> original, Optional<RecMask> mask) {
    SessionHeader get() {
      return mask.map(RecMask::header).orElseGet(original);
    }
  }

  private Header header(SessionId id, WindowSize size) {
    Supplier<SessionHeader> original = () -> originalHeader(id, size);
    return new Header(
        original,
        settings.redactsRecording()
            ? Optional.of(new RecMask(settings, original, this::knownSecrets, notices))
            : Optional.empty());
  }

  private List<HashedValue> knownSecrets() {
    return RecSecrets.hashes(settings.environment(), console.around().folder());
  }

  private SessionHeader originalHeader(SessionId id, WindowSize size) {
    return SessionHeader.builder(id, clock.startedAt(), Version.RECORDED_BY)
        .command(command)
        .folder(CurrentProcess.folder())
        .gitHead(GitHead.of(console.around().folder()))
        .size(size)
        .environment(tellingVariables())
        .title(options.title())
        .idleTimeLimit(options.idleTimeLimit().or(settings::recIdleTimeLimit))
        .input(input())
        .build();
  }

  private Map<String, String> tellingVariables() {
    var telling = new TreeMap<String, String>();
    for (var name : TELLING) {
      var value = settings.environment().get(name);
      if (value != null) {
        telling.put(name, value);
      }
    }
    return telling;
  }

  private void checkCast() {
    options
        .cast()
        .filter(file -> Files.exists(file) && options.overwrite() != Switch.ON)
        .ifPresent(
            file -> {
              throw new CommandFailure(
                  ExitCode.USAGE,
                  "will not overwrite " + file + "; name another file, or add --overwrite");
            });
  }

  private OutputStream open(Path file) throws IOException {
    return Files.newOutputStream(
        file,
        StandardOpenOption.WRITE,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private InputCapture input() {
    return isOn(options.input(), settings.recordsInput()) && !settings.redactsRecording()
        ? InputCapture.RECORDED
        : InputCapture.LEFT_OUT;
  }

  private Keys keys() {
    return new Keys(settings.markerKey(), settings.pauseKey());
  }

  private long random() {
    return ProcessHandle.current().pid() * 0x9e3779b97f4a7c15L + System.nanoTime();
  }

  private static boolean isOn(Switch option, boolean otherwise) {
    return switch (option) {
      case ON -> true;
      case OFF -> false;
      case UNSET -> otherwise;
    };
  }
}
