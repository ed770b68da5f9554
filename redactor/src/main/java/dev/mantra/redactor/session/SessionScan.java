package dev.mantra.redactor.session;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.redactor.KnownValueSearch;
import dev.mantra.redactor.KnownValues;
import dev.mantra.redactor.Page;
import dev.mantra.redactor.PageDetector;
import dev.mantra.redactor.session.Discovery.Where;
import dev.mantra.redactor.session.Redaction.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scans a session: reads it once to find what is secret, and once more, if there is anything, to
 * find where else that stands. Memory grows with what is found and with the number of events, not
 * with their size.
 */
public final class SessionScan {

  /** Gives a session's events to somebody, from the first to the last. */
  @FunctionalInterface
  public interface Recording {
    void read(Taker taker) throws IOException;
  }

  /** Takes events with numbers that grow. */
  @FunctionalInterface
  public interface Taker {
    void take(long number, Event event);
  }

  private static final int LARGEST_SCREEN = 4096;
  private static final int MOST_REMEMBERED = 16_384;

  private final PageDetector detector;
  private final SessionHeader header;
  private final Secrets secrets = new Secrets();
  private final Covers outputCovers = new Covers();
  private final Covers inputCovers = new Covers();
  private final Map<Field, TextCover> texts = new HashMap<>();
  private final Map<Integer, Discovery> discoveries = new HashMap<>();
  private final Set<Long> seenPages = new HashSet<>();
  private StreamEvents output = new StreamEvents();
  private StreamEvents input = new StreamEvents();

  private SessionScan(SessionHeader header, PageDetector detector) {
    this.header = header;
    this.detector = detector;
  }

  /**
   * What a scan leaves behind.
   *
   * @param values what was found, for whoever checks that nothing of it is left: to be forgotten as
   *     soon as that is done
   */
  public record Result(Redaction redaction, KnownValues values) {}

  /**
   * Scans a session.
   *
   * @param expected values that are secret wherever they stand, as those of the environment
   */
  public static Result of(
      SessionHeader header, Recording recording, PageDetector detector, Collection<String> expected)
      throws IOException {
    var scan = new SessionScan(header, detector);
    scan.read(recording, scan.new Pass(scan::detect, scan::detectIn, scan::typed));
    scan.propagate(recording, expected);
    return new Result(scan.redaction(), scan.secrets.known());
  }

  private void propagate(Recording recording, Collection<String> expected) throws IOException {
    if (secrets.isEmpty() && expected.isEmpty()) {
      return;
    }
    var known = secrets.known();
    var kept = new ArrayList<String>();
    for (var value : expected) {
      if (value.length() >= KnownValues.SHORTEST) {
        kept.add(value);
        known.add(-kept.size(), value);
      }
    }
    var search = new KnownValueSearch(known);
    read(
        recording,
        new Pass(
            (page, covers, where) -> find(page, covers, where, search, kept),
            (field, at, where, text) -> findIn(field, at, where, text, search, kept),
            (_, _) -> {}));
  }

  private void read(Recording recording, Pass pass) throws IOException {
    output = new StreamEvents();
    input = new StreamEvents();
    pass.start();
    recording.read(pass);
    pass.finish();
  }

  private Redaction redaction() {
    outputCovers.settle();
    inputCovers.settle();
    var all = secrets.all();
    List<Discovery> found = new ArrayList<>();
    for (var each : discoveries.values()) {
      var secret = all.get(each.secret().number() - 1);
      found.add(new Discovery(secret, each.where(), each.at(), each.count()));
    }
    found.sort(
        Comparator.comparingLong(Discovery::at).thenComparingInt(each -> each.secret().number()));
    return new Redaction(all, found, output, outputCovers, input, inputCovers, texts);
  }

  // The first reading

  private void detect(PlacedPage page, Covers covers, Where where) {
    if (seenPages.size() > MOST_REMEMBERED) {
      seenPages.clear();
    }
    if (page.text().length() < LARGEST_SCREEN && !seenPages.add(hash(page.text()))) {
      return; // a screen that was drawn like this before: the second reading covers it
    }
    for (var finding : detector.find(page.page())) {
      int number = secrets.number(finding.value(page.text()), finding.rule());
      int length = finding.spans().stream().mapToInt(span -> span.length()).sum();
      int index = 0;
      for (var span : finding.spans()) {
        covers.add(page, span.start(), span.end(), number, index, length);
        index += span.length();
      }
      discovered(number, where, time(page, finding.start(), where));
    }
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  private void detectIn(Field field, long at, Where where, String text) {
    for (var finding : detector.find(Page.of(text))) {
      int number = secrets.number(finding.value(text), finding.rule());
      for (var span : finding.spans()) {
        cover(field, span.start(), span.end(), number);
      }
      discovered(number, where, at);
    }
  }

  private void typed(String value, long[] places) {
    int number = secrets.number(value, "typed-secret");
    for (int i = 0; i < places.length; i++) {
      inputCovers.add(new Covers.Stretch(places[i], 1, number, i, places.length));
    }
    discovered(number, Where.INPUT, input.time(places[0]));
  }

  // The second reading

  private void find(
      PlacedPage page, Covers covers, Where where, KnownValueSearch search, List<String> expected) {
    search.find(
        page.page(),
        (secret, spans, index, length) -> {
          int number = secret > 0 ? secret : secrets.number(expected.get(-secret - 1), "known");
          int at = index;
          for (var span : spans) {
            covers.add(page, span.start(), span.end(), number, at, length);
            at += span.length();
          }
          discovered(number, where, time(page, spans.getFirst().start(), where));
        });
  }

  private void findIn(
      Field field,
      long at,
      Where where,
      String text,
      KnownValueSearch search,
      List<String> expected) {
    search.find(
        Page.of(text),
        (secret, spans, _, _) -> {
          int number = secret > 0 ? secret : secrets.number(expected.get(-secret - 1), "known");
          for (var span : spans) {
            cover(field, span.start(), span.end(), number);
          }
          discovered(number, where, at);
        });
  }

  private void cover(Field field, int start, int end, int number) {
    texts.computeIfAbsent(field, _ -> new TextCover()).add(start, end, number);
  }

  private void discovered(int number, Where where, long at) {
    discoveries.merge(
        number,
        new Discovery(new Secret(number, ""), where, at, 1),
        (one, other) ->
            one.at() <= other.at()
                ? new Discovery(one.secret(), one.where(), one.at(), one.count() + 1)
                : new Discovery(one.secret(), other.where(), other.at(), one.count() + 1));
  }

  private long time(PlacedPage page, int index, Where where) {
    for (int i = index; i < page.text().length(); i++) {
      if (page.place(i) >= 0) {
        return (where == Where.INPUT ? input : output).time(page.place(i));
      }
    }
    return 0;
  }

  /** What is done with a page of a stream. */
  private interface PageWork {
    void take(PlacedPage page, Covers covers, Where where);
  }

  /** What is done with a text of an event. */
  private interface TextWork {
    void take(Field field, long at, Where where, String text);
  }

  /** One reading of the session. */
  private final class Pass implements Taker {
    private final TextWork fields;
    private final TerminalPages screen;
    private final InputPages keys;
    private final TypedSecrets hidden;

    Pass(PageWork pages, TextWork fields, TypedSecrets.Sink typed) {
      this.fields = fields;
      screen =
          new TerminalPages(
              header.size().columns(),
              header.size().rows(),
              page -> pages.take(page, outputCovers, Where.OUTPUT));
      keys = new InputPages(page -> pages.take(page, inputCovers, Where.INPUT));
      hidden = new TypedSecrets(screen::currentRow, screen::isAlternateScreen, typed);
    }

    void start() {
      EventTexts.map(
          header,
          (field, text) -> {
            fields.take(new Field(Redaction.HEADER, field), 0, Where.HEADER, text);
            return text;
          });
    }

    @Override
    public void take(long number, Event event) {
      switch (event) {
        case Event.Output e -> {
          output.add(number, screen.offset(), e.at());
          hidden.shown(e.bytes());
          screen.feed(e.bytes());
        }
        case Event.Input e -> {
          input.add(number, keys.offset(), e.at());
          hidden.typed(e.bytes(), keys.offset());
          keys.feed(e.bytes());
        }
        case Event.Resize e -> screen.resize(e.size());
        case Event.Message _ -> texts(number, event, Where.MESSAGE);
        case Event.FileChange _, Event.NotCaptured _ -> texts(number, event, Where.FILE);
        case Event.Marker _, Event.Gap _ -> texts(number, event, Where.NOTE);
        case Event.HiddenInput _,
            Event.Snapshot _,
            Event.Paused _,
            Event.Resumed _,
            Event.End _,
            Event.Unknown _ -> {}
      }
    }

    private void texts(long number, Event event, Where where) {
      EventTexts.map(
          event,
          (field, text) -> {
            fields.take(new Field(number, field), event.at(), where, text);
            return text;
          });
    }

    void finish() {
      screen.finish();
      keys.finish();
      hidden.finish();
    }
  }
}
