package dev.mantra.cli;

import java.util.Optional;
import org.jline.utils.AttributedString;

/**
 * A row of the list.
 *
 * @param target what it leads to; a heading leads nowhere
 */
record BrowseRow(AttributedString text, Optional<BrowseTarget> target) {

  /** Of text with our own colours. */
  static BrowseRow heading(String text) {
    return new BrowseRow(AttributedString.fromAnsi(text), Optional.empty());
  }

  /** Of text with our own colours. */
  static BrowseRow choice(String text, BrowseTarget target) {
    return new BrowseRow(AttributedString.fromAnsi(text), Optional.of(target));
  }
}
