package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.SessionHeader;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the header of an asciicast from that of a session.
 *
 * <p>Of a session that was an asciicast before, everything is carried over that a session has no
 * place for: the theme, the terminal's version, members of other programs. Its {@code duration} is
 * not, as the session may since have been cut.
 */
final class AsciicastHeaderWriter {

  private static final Set<String> WRITTEN =
      Set.of(
          "version",
          "width",
          "height",
          "term",
          "theme",
          "timestamp",
          "duration",
          "idle_time_limit",
          "command",
          "title",
          "env",
          "stdout");

  private final AsciicastVersion version;
  private final SessionHeader header;
  private final Optional<AsciicastHeader> origin;

  AsciicastHeaderWriter(AsciicastVersion version, SessionHeader header) {
    this.version = version;
    this.header = header;
    this.origin = header.origin().flatMap(AsciicastHeaderWriter::asciicast);
  }

  void writeTo(JsonText out) {
    var members = new LinkedHashMap<String, Json>();
    switch (version) {
      case V2 -> {
        members.put("version", number(2));
        members.put("width", number(header.size().columns()));
        members.put("height", number(header.size().rows()));
      }
      case V3 -> {
        members.put("version", number(3));
        members.put("term", new Json.Obj(term()));
      }
    }
    timestamp().ifPresent(time -> members.put("timestamp", time));
    header
        .idleTimeLimit()
        .map(Duration::toNanos)
        .ifPresent(nanos -> members.put("idle_time_limit", new Json.Num(Seconds.format(nanos, 1))));
    command().ifPresent(command -> members.put("command", new Json.Text(command)));
    header.title().ifPresent(title -> members.put("title", new Json.Text(title)));
    var env = environment();
    if (!env.isEmpty()) {
      members.put("env", new Json.Obj(env));
    }
    if (version == AsciicastVersion.V2) {
      theme().ifPresent(theme -> members.put("theme", theme));
    }
    origin.ifPresent(
        from ->
            from.members()
                .forEach(
                    (name, value) -> {
                      if (!WRITTEN.contains(name)) {
                        members.put(name, value);
                      }
                    }));
    new Json.Obj(members).writeTo(out);
  }

  private Map<String, Json> term() {
    var term = new LinkedHashMap<String, Json>();
    term.put("cols", number(header.size().columns()));
    term.put("rows", number(header.size().rows()));
    var type = header.environment().get("TERM");
    if (type != null) {
      term.put("type", new Json.Text(type));
    }
    origin.ifPresent(from -> from.term().forEach(term::putIfAbsent));
    theme().ifPresent(theme -> term.put("theme", theme));
    return term;
  }

  /** Version 2 has the theme at the top, version 3 in {@code term}; both look the same. */
  private Optional<Json> theme() {
    return origin.flatMap(
        from ->
            Optional.ofNullable(from.term().get("theme"))
                .or(() -> Optional.ofNullable(from.members().get("theme")))
                .filter(Json.Obj.class::isInstance));
  }

  private Optional<Json> timestamp() {
    var second = header.startedAt().getEpochSecond();
    if (origin.isEmpty()) {
      return Optional.of(number(second));
    }
    // what an importer took for a missing time is not made a fact; an unchanged time stays exact
    return origin
        .get()
        .startedAt()
        .map(
            start ->
                start.equals(header.startedAt())
                    ? origin.get().members().getOrDefault("timestamp", number(second))
                    : number(second));
  }

  private Optional<String> command() {
    var before =
        origin.map(from -> from.members().get("command")).filter(Json.Text.class::isInstance);
    if (before.isPresent() && before.get() instanceof Json.Text text) {
      return Optional.of(text.value());
    }
    return header.command().isEmpty()
        ? Optional.empty()
        : Optional.of(
            header.command().stream()
                .map(Bytes::toUtf8)
                .map(AsciicastHeaderWriter::quoted)
                .collect(Collectors.joining(" ")));
  }

  private Map<String, Json> environment() {
    var env = new TreeMap<String, Json>();
    header.environment().forEach((name, value) -> env.put(name, new Json.Text(value)));
    // version 3 has the type of the terminal elsewhere, but may have it here as well
    boolean before =
        origin.isPresent()
            && !origin.get().term().isEmpty()
            && origin.get().members().get("env") instanceof Json.Obj obj
            && obj.members().containsKey("TERM");
    if (version == AsciicastVersion.V3 && !before) {
      env.remove("TERM");
    }
    return env;
  }

  /** A word as a shell would have to be given it. */
  static String quoted(String word) {
    boolean plain =
        !word.isEmpty()
            && word.chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || "@%+=:,./-_".indexOf(c) >= 0);
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static Json number(long value) {
    return new Json.Num(Long.toString(value));
  }

  private static Optional<AsciicastHeader> asciicast(SessionHeader.Origin origin) {
    if (!origin.format().startsWith("asciicast-")) {
      return Optional.empty();
    }
    try (var json = Json.FACTORY.createParser(origin.header().toArray())) {
      json.nextToken();
      return Json.read(json) instanceof Json.Obj header
          ? Optional.of(new AsciicastHeader(header.members()))
          : Optional.empty();
    } catch (IOException e) {
      // a header that cannot be read has nothing to carry over
      return Optional.empty();
    }
  }
}
