package dev.mantra.redactor.session;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.journal.Annotations;
import dev.mantra.redactor.HashedValues;
import dev.mantra.redactor.Page;
import dev.mantra.redactor.PageDetector;
import dev.mantra.redactor.session.Discovery.Where;
import dev.mantra.redactor.session.TerminalPages.Looks;
import java.util.ArrayList;
import java.util.List;

/**
 * Covers a session while it goes on. Events are taken, and given back with what could be found in
 * them by then; what was found once is covered in all that comes later. What was given back is
 * gone: a secret that was not there in full loses its beginning.
 */
public final class LiveRedaction {

  private final Finder rules;
  private final Findings findings = new Findings();
  private final TerminalPages screen;
  private final List<PlacedPage> pages = new ArrayList<>();
  private final List<Event> held = new ArrayList<>();
  private StreamEvents output = new StreamEvents();

  /** The number of the first event that is held. */
  private long first;

  /** How many of those that are held were looked through by themselves. */
  private int seen;

  /**
   * @param header with the window's size
   * @param known values that are secret wherever they stand
   */
  public LiveRedaction(SessionHeader header, PageDetector detector, HashedValues known) {
    rules = SessionScan.finder(detector, known);
    screen =
        new TerminalPages(
            header.size().columns(),
            header.size().rows(),
            Looks.ALWAYS,
            pages::add,
            (codePoint, offset) -> output.read(codePoint, offset));
  }

  /** The header as it may be seen; what is secret in it is covered in all that follows. */
  public SessionHeader header(SessionHeader header) {
    SessionScan.look(header, Annotations.NONE, rules, findings);
    var covered = redaction().header(header);
    findings.forgetBefore(first, output.start());
    return covered;
  }

  /** The next event. */
  public void take(Event event) {
    if (event instanceof Event.Output shown) {
      output.add(first + held.size(), screen.offset(), event.at());
      screen.feed(shown.bytes());
    } else if (event instanceof Event.Resize resize) {
      screen.resize(resize.size());
    }
    held.add(event);
  }

  /** How many events are held. */
  public int held() {
    return held.size();
  }

  /** Gives the first of the events back that are held, as they may be seen. */
  public List<Event> release(int count) {
    screen.deliverShown();
    look(rules);
    if (!findings.secrets().isEmpty()) {
      look(Finder.byValue(findings.secrets()));
    }
    seen = held.size();
    pages.clear();
    var redaction = redaction();
    var released = held.subList(0, count);
    List<Event> covered = new ArrayList<>();
    for (var event : released) {
      covered.add(redaction.event(first++, event));
    }
    released.clear();
    seen -= count;
    output = output.from(first);
    findings.forgetBefore(first, output.start());
    return covered;
  }

  private Redaction redaction() {
    return new Redaction(findings.marks(output, new StreamEvents(), Long.MAX_VALUE), "");
  }

  private void look(Finder finder) {
    for (var page : pages) {
      for (var found : finder.find(page.page())) {
        findings.inStream(found, page, Where.OUTPUT, 0);
      }
    }
    for (int i = seen; i < held.size(); i++) {
      long sequence = first + i;
      EventTexts.map(
          held.get(i),
          (index, text) -> {
            for (var found : finder.find(Page.of(text))) {
              findings.inText(found, new Field(sequence, index), Where.NOTE, 0);
            }
            return text;
          });
    }
  }
}
