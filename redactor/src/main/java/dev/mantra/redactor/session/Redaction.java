package dev.mantra.redactor.session;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.EventTransform;
import dev.mantra.formats.event.SessionHeader;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What is to be covered of a session, and by what. It holds no secret.
 *
 * <p>Events are told apart by the numbers that the scan was given with them, so that any part of a
 * session can be redacted; as a transform it takes the whole session from its first event on.
 */
public final class Redaction implements EventTransform {

  /** A text of an event. */
  record Field(long number, int field) {}

  /** The number of the session's header, which is no event. */
  static final long HEADER = -1;

  private final List<Secret> secrets;
  private final List<Discovery> discoveries;
  private final StreamEvents output;
  private final Covers outputCovers;
  private final StreamEvents input;
  private final Covers inputCovers;
  private final Map<Field, TextCover> texts;
  private final long[] numbers;
  private final ByteCover cover;

  Redaction(
      List<Secret> secrets,
      List<Discovery> discoveries,
      StreamEvents output,
      Covers outputCovers,
      StreamEvents input,
      Covers inputCovers,
      Map<Field, TextCover> texts) {
    this.secrets = secrets;
    this.discoveries = List.copyOf(discoveries);
    this.output = output;
    this.outputCovers = outputCovers;
    this.input = input;
    this.inputCovers = inputCovers;
    this.texts = Map.copyOf(texts);
    this.numbers = texts.keySet().stream().mapToLong(Field::number).distinct().sorted().toArray();
    this.cover = new ByteCover(secrets);
  }

  /** What was found, in the order of its first places. */
  public List<Discovery> discoveries() {
    return discoveries;
  }

  public boolean isEmpty() {
    return discoveries.isEmpty();
  }

  /** The event with this number as others may see it. */
  public Event event(long number, Event event) {
    return switch (event) {
      case Event.Output e when !outputCovers.isEmpty() ->
          new Event.Output(
              e.at(), cover.cover(e.bytes(), output.offset(number, e.bytes()), outputCovers));
      case Event.Input e when !inputCovers.isEmpty() ->
          new Event.Input(
              e.at(), cover.cover(e.bytes(), input.offset(number, e.bytes()), inputCovers));
      default -> Arrays.binarySearch(numbers, number) < 0 ? event : texts(number, event);
    };
  }

  /** The session's header as others may see it. */
  public SessionHeader header(SessionHeader header) {
    return EventTexts.map(header, (field, text) -> text(HEADER, field, text));
  }

  @Override
  public Iterator<Event> apply(Iterator<Event> events) {
    return new Iterator<>() {
      private long number;

      @Override
      public boolean hasNext() {
        return events.hasNext();
      }

      @Override
      public Event next() {
        return event(number++, events.next());
      }
    };
  }

  private Event texts(long number, Event event) {
    return EventTexts.map(event, (field, text) -> text(number, field, text));
  }

  private String text(long number, int field, String text) {
    var covered = texts.get(new Field(number, field));
    return covered == null ? text : covered.cover(text, secrets);
  }
}
