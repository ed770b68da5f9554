package dev.mantra.replayer.export;

import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.replayer.EscapedText;
import dev.mantra.replayer.Playback;
import dev.mantra.replayer.ScreenDrawing;
import dev.mantra.replayer.Xml;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a page that needs nothing else, with the screen at each message. Its policy
 * allows its own style sheet by its hash, and nothing besides: no script, no image, no connection.
 */
final class HtmlPage implements Page {

  private final ExportedSession session;
  private final ScreenDrawing screens;
  private final Xml xml;
  private @Nullable Playback playback;
  private @Nullable NumberedEntry message;

  HtmlPage(ExportedSession session, OutputStream out) throws IOException {
    this.session = session;
    this.screens = session.screens();
    this.xml = new Xml(out);
  }

  @Override
  public void begin(Masthead masthead) throws IOException {
    var sheet = HtmlStyle.sheet(screens.style());
    var title = EscapedText.line(masthead.title());
    xml.documentType("html").begin("html", "lang", "en").begin("head").line();
    xml.empty("meta", "charset", "utf-8").line();
    xml.empty("meta", "http-equiv", "Content-Security-Policy")
        .attribute("content", "default-src 'none'; style-src '" + HtmlStyle.hash(sheet) + "'")
        .line();
    xml.empty("meta", "name", "viewport", "content", "width=device-width").line();
    xml.begin("title").text(title).end().line();
    xml.begin("style").text(sheet).end().line();
    xml.end().line().begin("body").line();
    xml.begin("h1").text(title).end().line().begin("dl").line();
    for (var fact : masthead.facts()) {
      xml.begin("dt").text(fact.label()).end();
      xml.begin("dd").text(EscapedText.line(fact.value())).end().line();
    }
    xml.end().line();
  }

  @Override
  public void beginMessage(NumberedEntry entry) throws IOException {
    message = entry;
    var facts = EntryHeading.ofMessage(entry);
    xml.begin("article", "id", anchor(entry), "class", classes(entry, facts)).line();
    xml.begin("header").begin("a", "href", "#" + anchor(entry)).text(facts.getFirst()).end();
    rest(facts);
    xml.end().line();
  }

  @Override
  public void endMessage() throws IOException {
    if (message != null) {
      screen(session.moment(message));
    }
    xml.end().line();
  }

  @Override
  public void beginStep(NumberedEntry entry) throws IOException {
    var facts = EntryHeading.ofStep(entry);
    xml.begin("details", "id", anchor(entry), "class", classes(entry, facts));
    xml.begin("summary").text(facts.getFirst());
    rest(facts);
    var gist = EntryHeading.gist(entry);
    if (!gist.isEmpty()) {
      xml.text(" · ").begin("code").text(gist).end();
    }
    xml.end().line();
  }

  @Override
  public void endStep() throws IOException {
    xml.end().line();
  }

  @Override
  public void said(String text) throws IOException {
    xml.markup(HtmlText.of(text));
  }

  @Override
  public void verbatim(String label, Language language, String text) throws IOException {
    if (!label.isEmpty()) {
      note(label + ":");
    }
    var visible = EscapedText.lines(text);
    xml.begin("pre");
    xml.line(); // which is not shown, so that an empty first line is
    switch (language) {
      case TEXT, JSON -> xml.text(visible);
      case DIFF -> difference(visible);
    }
    xml.end().line();
  }

  @Override
  public void note(String text) throws IOException {
    xml.begin("p", "class", "note").text(EscapedText.line(text)).end().line();
  }

  @Override
  public void end() throws IOException {
    xml.end().end().line().flush();
  }

  private void rest(List<String> facts) throws IOException {
    for (var fact : facts.subList(1, facts.size())) {
      xml.text(" · " + fact);
    }
  }

  private void difference(String patch) throws IOException {
    for (var line : (Iterable<String>) patch.lines()::iterator) {
      switch (line.isEmpty() ? ' ' : line.charAt(0)) {
        case '+' -> xml.begin("ins").text(line).end();
        case '-' -> xml.begin("del").text(line).end();
        default -> xml.text(line);
      }
      xml.line();
    }
  }

  private void screen(long moment) throws IOException {
    if (playback == null) {
      playback = session.replay().playback();
    }
    playback.seek(moment);
    if (isBlank(playback.terminal())) {
      return;
    }
    xml.begin("details", "class", "screen");
    xml.begin("summary").text("the screen at " + Masthead.time(moment)).end().line();
    screens.draw(playback.terminal(), xml);
    xml.end().line();
  }

  /** An imported conversation has no screens. */
  private static boolean isBlank(Terminal screen) {
    for (int row = 0; row < screen.rows(); row++) {
      if (!screen.line(row).text().isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static String anchor(NumberedEntry entry) {
    return "m" + entry.number();
  }

  /** The kind, which is the second fact, and whether it was abandoned. */
  private static String classes(NumberedEntry entry, List<String> facts) {
    return switch (entry.standing()) {
      case CURRENT -> facts.get(1);
      case ABANDONED -> facts.get(1) + " abandoned";
    };
  }
}
