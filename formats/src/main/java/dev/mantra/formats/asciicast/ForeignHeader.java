package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.WindowSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a foreign recording tells about its beginning.
 *
 * @param command as it was given to a shell
 * @param verbatim the header as it stands in the file, so that nothing of it is lost
 */
public record ForeignHeader(
    Optional<Instant> startedAt,
    Optional<WindowSize> size,
    Optional<String> command,
    Optional<String> title,
    Optional<Duration> idleTimeLimit,
    Map<String, String> environment,
    Bytes verbatim) {

  private static final String SHELL_SYNTAX = "\"'\\$`;|&<>()[]{}*?#~=%!\n\t";

  public ForeignHeader {
    environment = Map.copyOf(environment);
  }

  /** A header that tells when it was and nothing else. */
  static ForeignHeader startedAt(Instant time) {
    return new ForeignHeader(
        Optional.of(time),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Bytes.EMPTY);
  }

  /**
   * The command as program and arguments: where it needs a shell to be understood, the shell is the
   * program.
   */
  public List<Bytes> words() {
    if (command.isEmpty() || command.get().isBlank()) {
      return List.of();
    }
    var text = command.get();
    boolean simple = text.chars().noneMatch(c -> SHELL_SYNTAX.indexOf(c) >= 0);
    return simple
        ? Stream.of(text.strip().split(" +")).map(Bytes::utf8).toList()
        : List.of(Bytes.utf8("sh"), Bytes.utf8("-c"), Bytes.utf8(text));
  }

  /**
   * The header of the session this recording becomes.
   *
   * @param whenUnknown the start to take where the recording does not tell it
   */
  public SessionHeader toSession(
      SessionId id, Instant whenUnknown, String recordedBy, SessionHeader.Origin origin) {
    return SessionHeader.builder(id, startedAt.orElse(whenUnknown), recordedBy)
        .command(words())
        .size(size.orElse(WindowSize.STANDARD))
        .environment(environment)
        .title(title)
        .idleTimeLimit(idleTimeLimit)
        .origin(origin)
        .build();
  }
}
