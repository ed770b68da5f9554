package dev.mantra.redactor.session;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.journal.Annotations;
import dev.mantra.formats.journal.SessionView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A session with its secrets covered: what is to be covered, and by what. It holds no secret. */
public final class Redaction implements SessionView {

  private final Marks marks;
  private final String name;
  private final Set<Long> withTexts;

  /**
   * What is covered.
   *
   * @param secrets by their numbers, from 1 on
   * @param end see {@link SessionView#end}
   */
  record Marks(
      List<Secret> secrets,
      List<Discovery> discoveries,
      StreamCover output,
      StreamCover input,
      Map<Field, TextCover> texts,
      long end) {

    Marks {
      secrets = List.copyOf(secrets);
      discoveries = List.copyOf(discoveries);
      texts = Map.copyOf(texts);
    }
  }

  /**
   * @param name the same for the same marks only
   */
  Redaction(Marks marks, String name) {
    this.marks = marks;
    this.name = name;
    this.withTexts =
        marks.texts().keySet().stream().map(Field::sequence).collect(Collectors.toSet());
  }

  Marks marks() {
    return marks;
  }

  /** What was found, in the order of its first places. */
  public List<Discovery> discoveries() {
    return marks.discoveries();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long end() {
    return marks.end();
  }

  @Override
  public Event event(long sequence, Event event) {
    return switch (event) {
      case Event.Output e ->
          new Event.Output(e.at(), marks.output().cover(sequence, e.bytes(), marks.secrets()));
      case Event.Input e ->
          new Event.Input(e.at(), marks.input().cover(sequence, e.bytes(), marks.secrets()));
      case Event.Message _,
          Event.FileChange _,
          Event.NotCaptured _,
          Event.Marker _,
          Event.Gap _,
          Event.Unknown _ ->
          withTexts.contains(sequence)
              ? EventTexts.map(event, (index, text) -> text(sequence, index, text))
              : event;
      case Event.HiddenInput _,
          Event.Resize _,
          Event.Snapshot _,
          Event.Paused _,
          Event.Resumed _,
          Event.End _ ->
          event;
    };
  }

  @Override
  public SessionHeader header(SessionHeader header) {
    return EventTexts.map(header, (index, text) -> text(Field.HEADER, index, text));
  }

  @Override
  public Annotations annotations(Annotations annotations) {
    return EventTexts.map(annotations, (index, text) -> text(Field.ANNOTATIONS, index, text));
  }

  private String text(long sequence, int index, String text) {
    var covered = marks.texts().get(new Field(sequence, index));
    return covered == null ? text : covered.cover(text, marks.secrets());
  }
}
