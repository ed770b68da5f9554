package dev.mantra.replayer.export;

import dev.mantra.formats.conversation.Headline;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.Block;
import dev.mantra.replayer.export.Page.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Exports the conversation of a session as a document for people. */
record PageExporter(Kind kind) implements Exporter {

  /** Opens a page. */
  @FunctionalInterface
  interface Kind {
    Page open(ExportedSession session, OutputStream out) throws IOException;
  }

  @Override
  public void export(ExportedSession session, OutputStream out) throws IOException {
    var page = kind.open(session, out);
    page.begin(Masthead.of(session));
    for (var entry : session.entries()) {
      session.progress().accept(entry.at());
      if (entry.isMessage()) {
        page.beginMessage(entry);
        content(page, session, entry);
        page.endMessage();
      } else {
        page.beginStep(entry);
        content(page, session, entry);
        page.endStep();
      }
    }
    page.end();
    out.flush();
  }

  private static void content(Page page, ExportedSession session, NumberedEntry entry)
      throws IOException {
    var whole = session.replay().messages().read(entry);
    for (var block : whole.blocks()) {
      switch (block) {
        case Block.Text b when entry.isMessage() -> page.said(b.text());
        case Block.Text b -> page.verbatim("", Language.TEXT, b.text());
        case Block.Call b -> page.verbatim("input", language(b.input()), b.input());
        case Block.Result b -> {
          var failure = Headline.failure(entry.outline().tool());
          page.verbatim(failure.orElse("output"), Language.TEXT, b.output());
        }
        case Block.Edit b -> edit(page, b);
        case Block.Image _, Block.Rewound _, Block.Titled _, Block.Began _ ->
            page.note(Headline.of(block));
      }
    }
    if (whole.omitted() > 0) {
      page.note(whole.omitted() + " characters were left out when this was recorded");
    }
  }

  private static void edit(Page page, Block.Edit edit) throws IOException {
    var label =
        edit.kind().name().toLowerCase(Locale.ROOT)
            + " "
            + edit.path()
            + edit.movedTo().map(to -> " to " + to).orElse("");
    if (edit.patch().isPresent()) {
      page.verbatim(label, Language.DIFF, edit.patch().get());
    } else if (edit.after().isPresent()) {
      page.verbatim(label, Language.TEXT, edit.after().get());
    } else {
      page.note(label);
    }
  }

  private static Language language(String input) {
    return input.startsWith("{") || input.startsWith("[") ? Language.JSON : Language.TEXT;
  }
}
