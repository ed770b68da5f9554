package dev.mantra.redactor.session;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.journal.Annotations;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.redactor.HashedValues;
import dev.mantra.redactor.KnownValues;
import dev.mantra.redactor.Page;
import dev.mantra.redactor.PageDetector;
import dev.mantra.redactor.session.Discovery.Where;
import dev.mantra.redactor.session.SessionReading.Turn;
import java.io.IOException;
import java.util.Map;

/**
 * Scans a session: reads it once to find what is secret, and looks through it once more, if there
 * is anything, to find where else that stands. Memory grows with what is found and with the number
 * of events; with their size only up to a limit ({@link KeptPages}), from which on it is read
 * twice.
 */
public final class SessionScan {

  /** A session, as often as it is asked for. */
  public interface Recording {

    SessionHeader header();

    /** What people said about it later. */
    Annotations annotations();

    /** Gives its events to somebody, from the first to the last. */
    void read(Taker taker) throws IOException;
  }

  /** Takes events with numbers that grow. */
  @FunctionalInterface
  public interface Taker {
    void take(long sequence, Event event);
  }

  /**
   * What a scan leaves behind.
   *
   * @param values what was found, for whoever checks that nothing of it is left: to be forgotten as
   *     soon as that is done
   * @param fingerprints of what was found, by number
   */
  public record Result(Redaction redaction, KnownValues values, Map<Integer, String> fingerprints) {

    public Result {
      fingerprints = Map.copyOf(fingerprints);
    }
  }

  private SessionScan() {}

  /**
   * Scans a session.
   *
   * @param known values that are secret wherever they stand, whatever they look like
   */
  public static Result of(Recording recording, PageDetector detector, HashedValues known)
      throws IOException {
    return of(recording, detector, known, new KeptPages());
  }

  /** The same with memory for some pages, or for none: what is found does not depend on it. */
  static Result of(Recording recording, PageDetector detector, HashedValues known, KeptPages pages)
      throws IOException {
    var findings = new Findings();
    var secrets = findings.secrets();
    long end;
    try (var first =
        new SessionReading(
            Turn.FIRST, recording.header(), finder(detector, known), findings, pages)) {
      first.read(recording, Long.MAX_VALUE);
      findings.settle();
      if (secrets.isEmpty() || first.lookAgain(Finder.byValue(secrets))) {
        return result(first.marks(), secrets);
      }
      end = first.end();
    }
    try (var second =
        new SessionReading(
            Turn.SECOND, recording.header(), Finder.byValue(secrets), findings, pages)) {
      second.read(recording, end);
      return result(second.marks(), secrets);
    }
  }

  private static Result result(Redaction.Marks marks, Secrets secrets) {
    return new Result(RedactionCodec.named(marks), secrets.known(), secrets.fingerprints());
  }

  /** What is to be covered of a session when its events are not looked at. */
  static Redaction ofNames(SessionSummary session, PageDetector detector, HashedValues known) {
    var findings = new Findings();
    look(session.header(), session.notes(), finder(detector, known), findings);
    var values = Finder.byValue(findings.secrets());
    look(session.header(), session.notes(), values, findings);
    return RedactionCodec.named(findings.marks(new StreamEvents(), new StreamEvents(), 0));
  }

  static Finder finder(PageDetector detector, HashedValues known) {
    var rules = Finder.byRules(detector);
    return known.isEmpty() ? rules : Finder.byHash(known, detector).and(rules);
  }

  static void look(
      SessionHeader header, Annotations annotations, Finder finder, Findings findings) {
    EventTexts.map(
        header,
        (i, text) -> {
          var field = new Field(Field.HEADER, i);
          finder
              .find(Page.of(text))
              .forEach(found -> findings.inText(found, field, Where.HEADER, 0));
          return text;
        });
    EventTexts.map(
        annotations,
        (i, text) -> {
          var field = new Field(Field.ANNOTATIONS, i);
          finder.find(Page.of(text)).forEach(found -> findings.inText(found, field, Where.NOTE, 0));
          return text;
        });
  }
}
