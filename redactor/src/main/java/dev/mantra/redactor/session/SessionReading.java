package dev.mantra.redactor.session;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.redactor.Page;
import dev.mantra.redactor.session.Discovery.Where;
import dev.mantra.redactor.session.TerminalPages.Looks;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Reads a session through once, and has all that people can read in it looked through. */
final class SessionReading implements AutoCloseable {

  /** Which of the two it is. */
  enum Turn {
    /** For what looks like a secret: what was typed and never shown is one, too. */
    FIRST,
    /** For all places of what is known by now. */
    SECOND
  }

  private static final int LARGEST_SCREEN = 4096;
  private static final int MOST_REMEMBERED = 16_384;

  private final Turn turn;
  private final Findings findings;
  private final PageQueue queue;
  private final StreamEvents output = new StreamEvents();
  private final StreamEvents input = new StreamEvents();
  private final TerminalPages screen;
  private final InputPages keys;
  private final TypedSecrets hidden;
  private final Set<Long> seenPages = new HashSet<>();
  private long end;

  SessionReading(Turn turn, SessionHeader header, Finder finder, Findings findings) {
    this.turn = turn;
    this.findings = findings;
    queue = new PageQueue(finder);
    screen =
        new TerminalPages(
            header.size().columns(),
            header.size().rows(),
            Looks.WHERE_NEEDED,
            page -> look(page, Where.OUTPUT));
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
    queue.add(Page.of(text), all -> all.forEach(found -> findings.inText(found, field, where, at)));
    return text;
  }

  private void look(PlacedPage page, Where where) {
    if (turn == Turn.FIRST && wasSeen(page.text())) {
      return; // a screen that was drawn like this before: the second reading covers it
    }
    queue.add(
        page.page(),
        all -> {
          for (var found : all) {
            findings.inStream(
                found, page, where, time(page, found.spans().getFirst().start(), where));
          }
        });
  }

  private boolean wasSeen(String text) {
    if (seenPages.size() > MOST_REMEMBERED) {
      seenPages.clear();
    }
    return text.length() < LARGEST_SCREEN && !seenPages.add(hash(text));
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  private void typed(String value, long[] places) {
    if (turn == Turn.FIRST) {
      queue.then(() -> findings.typed(value, places, input.time(places[0])));
    }
  }

  private long time(PlacedPage page, int index, Where where) {
    for (int i = index; i < page.text().length(); i++) {
      if (page.place(i) >= 0) {
        return (where == Where.INPUT ? input : output).time(page.place(i));
      }
    }
    return 0;
  }
}
