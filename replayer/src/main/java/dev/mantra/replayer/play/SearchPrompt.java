package dev.mantra.replayer.play;

import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.util.Optional;

/** Asks for an expression and shows, while it is typed, where it is found. */
final class SearchPrompt implements Prompt {

  private final Searcher searcher;
  private final Playhead playhead;
  private final long origin;
  private final Optional<Search> before;
  private final InputLine line = new InputLine("/");

  SearchPrompt(Searcher searcher, Playhead playhead) {
    this.searcher = searcher;
    this.playhead = playhead;
    this.origin = playhead.position();
    this.before = searcher.search();
  }

  @Override
  public InputLine line() {
    return line;
  }

  @Override
  public String changed() throws IOException {
    if (line.text().isEmpty()) {
      cancelled();
      return "";
    }
    try {
      return look();
    } catch (PatternSyntaxException e) {
      // not yet: more is to be typed
      return "";
    }
  }

  @Override
  public String accepted() throws IOException {
    if (line.text().isEmpty()) {
      return next(searcher, playhead);
    }
    try {
      var said = look();
      playhead.stay();
      return said;
    } catch (PatternSyntaxException e) {
      cancelled();
      return "/" + line.text() + "/ is no RE2 expression: " + e.getDescription();
    }
  }

  @Override
  public void cancelled() throws IOException {
    searcher.restore(before);
    playhead.goTo(origin);
  }

  /** From where one was, so that a hit that is on the screen there stays there. */
  private String look() throws IOException {
    searcher.look(line.text());
    if (searcher.isShownAt(origin)) {
      playhead.goTo(origin);
      return "";
    }
    var found = searcher.next(origin);
    playhead.goTo(found.map(Searcher.Found::at).orElse(origin));
    return found.map(Searcher.Found::note).orElse("no line with /" + line.text() + "/");
  }

  /** Goes to the next hit of what was searched for last; says how that went. */
  static String next(Searcher searcher, Playhead playhead) throws IOException {
    return go(searcher, playhead, searcher.next(playhead.position()));
  }

  /** Goes to the hit before. */
  static String previous(Searcher searcher, Playhead playhead) throws IOException {
    return go(searcher, playhead, searcher.previous(playhead.position()));
  }

  private static String go(Searcher searcher, Playhead playhead, Optional<Searcher.Found> found)
      throws IOException {
    if (searcher.pattern().isEmpty()) {
      return "nothing was searched for yet: / asks for it";
    }
    if (found.isEmpty()) {
      return "no line with /" + searcher.pattern().get().pattern() + "/";
    }
    playhead.goTo(found.get().at());
    playhead.stay();
    return found.get().note();
  }
}
