package dev.mantra.formats.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a session began: the first thing in its journal.
 *
 * @param startedAt wall-clock time at offset 0
 * @param command program and arguments, byte for byte; empty where an imported recording has none
 * @param folder the working folder, byte for byte; empty where it is not known
 * @param size the terminal's window at the start
 * @param environment the few variables that tell how the terminal behaves (TERM, SHELL, LANG …)
 * @param idleTimeLimit longest pause a player should show
 * @param gitHead the commit the working folder stood on
 * @param recordedBy program and version that wrote the session
 * @param origin where an imported session came from
 */
public record SessionHeader(
    SessionId id,
    Instant startedAt,
    List<Bytes> command,
    Bytes folder,
    WindowSize size,
    Map<String, String> environment,
    Optional<String> title,
    Optional<Duration> idleTimeLimit,
    InputCapture input,
    Optional<String> gitHead,
    String recordedBy,
    Optional<Origin> origin) {

  /** Whether what is typed is part of the session. */
  public enum InputCapture {
    RECORDED,
    LEFT_OUT
  }

  /**
   * The foreign recording a session was imported from.
   *
   * @param format for example {@code asciicast-v2}
   * @param path where it lay
   * @param sha256 of the file, in hexadecimal: importing it again is noticed by this
   * @param header the foreign header, verbatim, so that nothing of it is lost
   */
  public record Origin(String format, String path, String sha256, Bytes header) {}

  public SessionHeader {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Starts a header with the things every session has; the rest may be added. */
  public static Builder builder(SessionId id, Instant startedAt, String recordedBy) {
    return new Builder(id, startedAt, recordedBy);
  }

  /** The same header, to be changed in some places. */
  public Builder copy() {
    return copy(id, startedAt);
  }

  /** The header of a session with another name or beginning that is otherwise the same. */
  public Builder copy(SessionId other, Instant start) {
    var copy =
        builder(other, start, recordedBy)
            .command(command)
            .folder(folder)
            .size(size)
            .environment(environment)
            .title(title)
            .idleTimeLimit(idleTimeLimit)
            .input(input)
            .gitHead(gitHead);
    origin.ifPresent(copy::origin);
    return copy;
  }

  /** The program's name without its folder, for people to read. */
  public String program() {
    return programOf(command);
  }

  /** The agent or other program that was recorded; without a command, what the id says. */
  public String agent() {
    var program = program();
    if (!program.isEmpty()) {
      return program;
    }
    var parts = id.value().split("-", 3);
    return parts.length == 3 ? parts[1] : "";
  }

  /** The name of the folder it took place in; empty when that is not known. */
  public String project() {
    var path = folder.toUtf8();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The command as one could type it into a shell. */
  public String commandLine() {
    return command.stream()
        .map(Bytes::toUtf8)
        .map(SessionHeader::quoted)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return !word.isEmpty() && word.chars().allMatch(SessionHeader::needsNoQuotes)
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean needsNoQuotes(int c) {
    return Character.isLetterOrDigit(c) || "-_./=:,@%+".indexOf(c) >= 0;
  }

  /** The name of the program that a command runs, without its folder; empty when there is none. */
  public static String programOf(List<Bytes> command) {
    if (command.isEmpty()) {
      return "";
    }
    var path = command.getFirst().toUtf8();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Collects what is known of a session's beginning. */
  public static final class Builder {
    private final SessionId id;
    private final Instant startedAt;
    private final String recordedBy;
    private List<Bytes> command = List.of();
    private Bytes folder = Bytes.EMPTY;
    private WindowSize size = WindowSize.STANDARD;
    private Map<String, String> environment = Map.of();
    private Optional<String> title = Optional.empty();
    private Optional<Duration> idleTimeLimit = Optional.empty();
    private InputCapture input = InputCapture.RECORDED;
    private Optional<String> gitHead = Optional.empty();
    private Optional<Origin> origin = Optional.empty();

    private Builder(SessionId id, Instant startedAt, String recordedBy) {
      this.id = id;
      this.startedAt = startedAt;
      this.recordedBy = recordedBy;
    }

    public Builder command(List<Bytes> words) {
      command = words;
      return this;
    }

    public Builder folder(Bytes path) {
      folder = path;
      return this;
    }

    public Builder size(WindowSize window) {
      size = window;
      return this;
    }

    public Builder environment(Map<String, String> variables) {
      environment = variables;
      return this;
    }

    public Builder title(Optional<String> text) {
      title = text;
      return this;
    }

    public Builder idleTimeLimit(Optional<Duration> limit) {
      idleTimeLimit = limit;
      return this;
    }

    public Builder input(InputCapture capture) {
      input = capture;
      return this;
    }

    public Builder gitHead(Optional<String> commit) {
      gitHead = commit;
      return this;
    }

    public Builder origin(Origin from) {
      origin = Optional.of(from);
      return this;
    }

    public SessionHeader build() {
      return new SessionHeader(
          id,
          startedAt,
          command,
          folder,
          size,
          environment,
          title,
          idleTimeLimit,
          input,
          gitHead,
          recordedBy,
          origin);
    }
  }
}
