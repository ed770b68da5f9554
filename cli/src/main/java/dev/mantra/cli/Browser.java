package dev.mantra.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/** A person looking for a place in the sessions: what they type, and what they see for it. */
final class Browser {

  /** A preview that has been made meanwhile is shown after this time. */
  private static final long PREVIEW_MILLIS = 50;

  /** The window's size is looked at so often. */
  private static final long REST_MILLIS = 300;

  private final BrowseFinder finder;
  private final BrowsePreviews previews;
  private final QueryLine query;
  private final BrowseList list = new BrowseList();
  private String remark = "";
  private String answered = "\0";

  Browser(BrowseFinder finder, BrowsePreviews previews, QueryLine query) {
    this.finder = finder;
    this.previews = previews;
    this.query = query;
  }

  /** The place that is to be played; empty when the person has had enough. */
  Optional<BrowseTarget> choose(BrowseTerminal terminal) throws IOException {
    while (terminal.endedBy() == 0) {
      if (!query.text().equals(answered) && !terminal.isTyping()) {
        answer();
      }
      boolean isComplete = draw(terminal);
      var key = terminal.key(isComplete ? REST_MILLIS : PREVIEW_MILLIS);
      if (key.isPresent()) {
        switch (press(key.get(), terminal)) {
          case STAY -> {}
          case PLAY -> {
            if (list.chosen().isPresent()) {
              return list.chosen();
            }
          }
          case QUIT -> {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What a key leads to. */
  private enum Next {
    STAY,
    PLAY,
    QUIT
  }

  private void answer() throws IOException {
    answered = query.text();
    var found = finder.find(query);
    found.rows().ifPresent(list::show);
    remark = found.remark();
  }

  /** Returns whether there is nothing more to come. */
  private boolean draw(BrowseTerminal terminal) {
    var screen = terminal.screen();
    var target = list.chosen();
    var preview = target.flatMap(previews::of);
    var problem = target.map(previews::problem).orElse("");
    var below =
        preview
            .map(made -> made.lines(screen.previewHeight()))
            .orElseGet(() -> List.of(new AttributedString(SafeText.of(problem))));
    terminal.show(screen.lines(query, remark, list, below), screen.cursor(query));
    return target.isEmpty() || preview.isPresent() || !problem.isEmpty();
  }

  private Next press(BrowseKey key, BrowseTerminal terminal) throws IOException {
    int page = Math.max(1, terminal.screen().listHeight() - 1);
    switch (key) {
      case UP -> list.move(-1);
      case DOWN -> list.move(1);
      case PAGE_UP -> list.move(-page);
      case PAGE_DOWN -> list.move(page);
      case FIRST -> list.moveToFirst();
      case LAST -> list.moveToLast();
      case TYPED -> query.type(terminal.typed());
      case ERASE -> query.erase();
      case ERASE_WORD -> query.eraseWord();
      case ERASE_ALL -> query.eraseAll();
      case SUSPEND -> terminal.suspend();
      case UNKNOWN -> {}
      case PLAY -> {
        return Next.PLAY;
      }
      case BACK -> {
        if (query.isEmpty()) {
          return Next.QUIT;
        }
        query.eraseAll();
      }
      case QUIT -> {
        return Next.QUIT;
      }
    }
    return Next.STAY;
  }
}
