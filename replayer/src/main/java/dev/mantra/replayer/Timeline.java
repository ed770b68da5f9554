package dev.mantra.replayer;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.conversation.NumberedEntry.Basis;
import dev.mantra.formats.event.Position;
import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.formats.event.SessionHeader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where positions are in a session's time.
 *
 * <p>The session's content is asked only for a position that needs it.
 */
public final class Timeline {

  private static final int MOST_LISTED = 20;
  private static final long MILLISECOND = 1_000_000;

  private final SessionHeader header;
  private final long duration;
  private final Moments moments;

  /** A marker: where it is, in nanoseconds, and what it says. */
  public record Mark(long at, String label) {}

  Timeline(SessionHeader header, Duration duration, Moments moments) {
    this.header = header;
    this.duration = duration.toNanos();
    this.moments = moments;
  }

  /** Nanoseconds from the start to the last event. */
  public long duration() {
    return duration;
  }

  /** All markers, in order. */
  public List<Mark> marks() throws IOException {
    return moments.marks();
  }

  /** The position in nanoseconds since the start. */
  public long resolve(Position position) throws IOException, NoSuchPositionException {
    return switch (position) {
      case Position.Start _ -> 0;
      case Position.End _ -> duration;
      case Position.Offset offset -> Math.clamp(offset.nanos(), 0, duration);
      case Position.Percent percent -> share(percent.percent());
      case Position.WallTime wall -> at(wall.time());
      case Position.Marker marker -> mark(marker.label());
      case Position.Message message -> shown(said().message(message.number()));
      case Position.Step step -> shown(said().step(step.message(), step.step()));
      case Position.Prompt prompt -> shown(said().prompt(prompt.number()));
      case Position.Shown shown -> firstShown(shown.regex());
    };
  }

  /**
   * The position as far as files are concerned: of a message or a step when it was complete, and
   * not when it was drawn.
   */
  public long resolveForFiles(Position position) throws IOException, NoSuchPositionException {
    return switch (position) {
      case Position.Message message -> completeAt(said().message(message.number()));
      case Position.Step step -> completeAt(said().step(step.message(), step.step()));
      case Position.Prompt prompt -> completeAt(said().prompt(prompt.number()));
      case Position.Start _,
          Position.End _,
          Position.Offset _,
          Position.Percent _,
          Position.WallTime _,
          Position.Marker _,
          Position.Shown _ ->
          resolve(position);
    };
  }

  private SpokenPositions said() throws IOException {
    return new SpokenPositions(moments.conversation());
  }

  private long shown(NumberedEntry entry) throws IOException {
    return Math.clamp(moments.shownAt(entry), 0, duration);
  }

  /**
   * The moment up to which files are those of a message. Agents tell milliseconds: what happened in
   * the same one happened before.
   */
  public long completeAt(NumberedEntry entry) throws IOException {
    long at = moments.completeAt(entry);
    return Math.clamp(entry.basis() == Basis.TRANSCRIPT ? at + MILLISECOND - 1 : at, 0, duration);
  }

  private long firstShown(String regex) throws IOException, NoSuchPositionException {
    try {
      var found = moments.firstShown(Pattern.compile(regex));
      if (found.isPresent()) {
        return Math.clamp(found.getAsLong(), 0, duration);
      }
    } catch (PatternSyntaxException e) {
      throw new NoSuchPositionException(
          "/" + regex + "/ is no RE2 expression: " + e.getDescription(), e);
    }
    throw new NoSuchPositionException("no line of this session matches /" + regex + "/");
  }

  private long share(double percent) {
    return Math.clamp(Math.round(duration * (percent / 100)), 0, duration);
  }

  private long at(Instant time) throws NoSuchPositionException {
    var start = header.startedAt();
    var end = start.plusNanos(duration);
    if (time.isBefore(start) || time.isAfter(end)) {
      throw new NoSuchPositionException(
          time + " is not in this session, which lasted from " + start + " to " + end);
    }
    return Duration.between(start, time).toNanos();
  }

  private long mark(String label) throws IOException, NoSuchPositionException {
    for (var mark : marks()) {
      if (mark.label().equals(label)) {
        return mark.at();
      }
    }
    throw new NoSuchPositionException(
        "this session has no marker '" + label + "'; " + listed(marks()));
  }

  private static String listed(List<Mark> marks) {
    if (marks.isEmpty()) {
      return "it has no markers at all";
    }
    var list =
        marks.stream()
            .limit(MOST_LISTED)
            .map(mark -> "'" + mark.label() + "' at " + PositionGrammar.format(mark.at()))
            .collect(Collectors.joining(", "));
    return "it has " + list + (marks.size() > MOST_LISTED ? " and more" : "");
  }
}
