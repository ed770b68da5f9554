package dev.mantra.redactor.session;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.redactor.Page;
import dev.mantra.redactor.session.Discovery.Where;
import dev.mantra.redactor.session.TerminalPages.Looks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a session, and has all that people can read in it looked through. */
final class SessionReading implements AutoCloseable {

  /** Which of the two it is. */
  enum Turn {
    /** For what looks like a secret: what was typed and never shown is one, too. */
    FIRST,
    /** For all places of what is known by now. */
    SECOND
  }

  private final Turn turn;
  private final Findings findings;
  private final KeptPages kept;
  private final PageQueue queue;
  private final StreamEvents output = new StreamEvents();
  private final StreamEvents input = new StreamEvents();
  private final TerminalPages screen;
  private final InputPages keys;
  private final TypedSecrets hidden;
  private long end;

  SessionReading(
      Turn turn, SessionHeader header, Finder finder, Findings findings, KeptPages kept) {
    this.turn = turn;
    this.kept = kept;
    this.findings = findings;
    queue = new PageQueue(finder);
    screen =
        new TerminalPages(
            header.size().columns(),
            header.size().rows(),
            Looks.WHERE_NEEDED,
            page -> look(page, Where.OUTPUT),
            output::read);
    keys = new InputPages(page -> look(page, Where.INPUT));
    hidden = new TypedSecrets(screen::currentRow, screen::isAlternateScreen, this::typed);
  }

  /**
   * Reads all of it.
   *
   * @param to the first event that is left out
   */
  void read(SessionScan.Recording recording, long to) throws IOException {
    EventTexts.map(recording.header(), (i, text) -> look(Field.HEADER, i, text, Where.HEADER, 0));
    EventTexts.map(
        recording.annotations(), (i, text) -> look(Field.ANNOTATIONS, i, text, Where.NOTE, 0));
    recording.read(
        (sequence, event) -> {
          if (sequence < to) {
            take(sequence, event);
            end = sequence + 1;
          }
        });
    screen.finish();
    keys.finish();
    hidden.finish();
    queue.finish();
  }

  /**
   * Has all that was read looked through once more.
   *
   * @return whether that could be done: else it has to be read again
   */
  boolean lookAgain(Finder finder) {
    if (!kept.areAll()) {
      return false;
    }
    try (var again = new PageQueue(finder)) {
      kept.look(again);
    }
    return true;
  }

  /** The first event that was not read. */
  long end() {
    return end;
  }

  /** What of this reading is to be covered. */
  Redaction.Marks marks() {
    return findings.marks(output, input, end);
  }

  @Override
  public void close() {
    queue.close();
  }

  private void take(long sequence, Event event) {
    switch (event) {
      case Event.Output e -> {
        output.add(sequence, screen.offset(), e.at());
        hidden.shown(e.bytes());
        screen.feed(e.bytes());
      }
      case Event.Input e -> {
        input.add(sequence, keys.offset(), e.at());
        hidden.typed(e.bytes(), keys.offset());
        keys.feed(e.bytes());
      }
      case Event.Resize e -> screen.resize(e.size());
      case Event.Message _ -> look(sequence, event, Where.MESSAGE);
      case Event.FileChange _, Event.NotCaptured _ -> look(sequence, event, Where.FILE);
      case Event.Marker _, Event.Gap _, Event.Unknown _ -> look(sequence, event, Where.NOTE);
      case Event.HiddenInput _, Event.Snapshot _, Event.Paused _, Event.Resumed _, Event.End _ -> {}
    }
  }

  private void look(long sequence, Event event, Where where) {
    EventTexts.map(event, (i, text) -> look(sequence, i, text, where, event.at()));
  }

  private String look(long sequence, int index, String text, Where where, long at) {
    var field = new Field(sequence, index);
    var page = Page.of(text);
    Consumer<List<Found>> sink =
        all -> all.forEach(found -> findings.inText(found, field, where, at));
    queue.add(page, sink);
    if (turn == Turn.FIRST) {
      kept.add(page, text.length(), sink);
    }
    return text;
  }

  private void look(PlacedPage drawn, Where where) {
    var before = turn == Turn.FIRST ? kept.drawnBefore(drawn.page()) : Optional.<Page>empty();
    var page = before.map(drawn::with).orElse(drawn);
    Consumer<List<Found>> sink =
        all ->
            all.forEach(found -> findings.inStream(found, page, where, time(page, found, where)));
    if (before.isEmpty()) { // else the second turn covers it
      queue.add(page.page(), sink);
    }
    if (turn == Turn.FIRST) {
      kept.add(page.page(), before.isEmpty() ? page.size() : page.sizeOfPlaces(), sink);
    }
  }

  private void typed(String value, long[] places) {
    if (turn == Turn.FIRST) {
      queue.then(() -> findings.typed(value, places, input.time(places[0])));
    }
  }

  private long time(PlacedPage page, Found found, Where where) {
    for (int i = found.spans().getFirst().start(); i < page.text().length(); i++) {
      if (page.place(i) >= 0) {
        return (where == Where.INPUT ? input : output).time(page.place(i));
      }
    }
    return 0;
  }
}
