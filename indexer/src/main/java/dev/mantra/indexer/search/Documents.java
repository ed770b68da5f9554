package dev.mantra.indexer.search;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.indexer.DisplayedText;
import dev.mantra.indexer.Passage;
import dev.mantra.indexer.Passage.Trait;
import dev.mantra.indexer.PassageLine;
import dev.mantra.indexer.PassageSource;
import dev.mantra.terminal.DisplayedLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.util.BytesRef;

/**
 * What a session becomes in the index: a document for each message and step, for each change of a
 * file, for some displayed lines together, and one for the session, which comes last.
 */
final class Documents {

  /** Lines that appeared one after the other. */
  private static final int LINES_TOGETHER = 20;

  private static final long MILLI = 1_000_000;

  private final DisplayedText displayed;
  private final PassageSource passages;

  /** Takes the documents. */
  @FunctionalInterface
  interface Sink {
    void add(Document document) throws IOException;
  }

  Documents(DisplayedText displayed, PassageSource passages) {
    this.displayed = displayed;
    this.passages = passages;
  }

  /** Hands out all documents of a session; returns how many characters of text they have. */
  long write(Session session, SessionSummary summary, CatalogEntry entry, Sink sink)
      throws IOException {
    var writing = new Writing(entry, sink);
    try (var said = passages.open(session)) {
      try (var lines = displayed.open(session)) {
        new TextGroups<>(TextPlace.Source.LINES, Documents::isNear, writing::lines).cut(lines);
      }
      new TextGroups<>(TextPlace.Source.SAID, Documents::isSame, writing::passage).cut(said.said());
      new TextGroups<>(TextPlace.Source.CHANGES, Documents::isSame, writing::passage)
          .cut(said.changes());
    }
    sink.add(session(summary, entry));
    return writing.characters;
  }

  private static boolean isNear(DisplayedLine first, int count, Supplier<DisplayedLine> line) {
    return count < LINES_TOGETHER;
  }

  private static boolean isSame(PassageLine first, int count, Supplier<PassageLine> line) {
    return first.passage().equals(line.get().passage());
  }

  /** The document that stands for the session. */
  static Document session(SessionSummary summary, CatalogEntry entry) {
    var notes = summary.notes();
    var text = new ArrayList<String>();
    text.add(entry.title());
    text.add(String.join(" ", entry.tags()));
    text.add(String.join(" ", summary.header().command().stream().map(Bytes::toUtf8).toList()));
    text.add(entry.folder());
    notes.notes().forEach(note -> text.add(note.text()));
    notes.marks().forEach(mark -> text.add(mark.label()));
    var document = document(entry, "session", entry.startedAt(), end(entry));
    document.add(Fields.keyword(Fields.SELF, entry.id().value()));
    document.add(new BinaryDocValuesField(Fields.ENTRY, entry.encode()));
    document.add(Fields.words(Fields.TITLE, entry.title()));
    document.add(Fields.words(Fields.TEXT, String.join("\n", text)));
    document.add(Fields.number(Fields.PLACE, TextPlace.NOWHERE.pack()));
    Stream.of(
            notes.notes().isEmpty() ? "" : "note",
            notes.marks().isEmpty() ? "" : "mark",
            entry.tags().isEmpty() ? "" : "tag",
            entry.title().isEmpty() ? "" : "title")
        .filter(what -> !what.isEmpty())
        .forEach(what -> document.add(Fields.keyword(Fields.HAS, what)));
    return document;
  }

  private static long end(CatalogEntry entry) {
    return entry.startedAt() + entry.duration() / MILLI;
  }

  private static Document document(CatalogEntry entry, String kind, long from, long to) {
    var document = new Document();
    document.add(Fields.grouped(Fields.SESSION, entry.id().value()));
    document.add(Fields.grouped(Fields.KIND, kind));
    document.add(Fields.moment(Fields.FROM, from));
    document.add(Fields.moment(Fields.TO, to));
    return document;
  }

  /** What is written of one session. */
  private static final class Writing {
    private final CatalogEntry entry;
    private final Sink sink;
    private long characters;

    Writing(CatalogEntry entry, Sink sink) {
      this.entry = entry;
      this.sink = sink;
    }

    private void add(Document document, String text, TextPlace place) throws IOException {
      characters += text.length();
      document.add(Fields.words(Fields.TEXT, text));
      document.add(Fields.number(Fields.PLACE, place.pack()));
      sink.add(document);
    }

    private long moment(long nanos) {
      return entry.startedAt() + nanos / MILLI;
    }

    private void lines(DisplayedLine first, DisplayedLine last, String text, TextPlace place)
        throws IOException {
      long from = moment(first.firstSeen());
      long to = Math.max(from, moment(last.firstSeen()));
      add(document(entry, "line", from, to), text, place);
    }

    private void passage(PassageLine first, PassageLine last, String text, TextPlace place)
        throws IOException {
      long at = moment(first.passage().at());
      boolean isBeginning = first.number() == 0;
      switch (first.passage()) {
        case Passage.Said said -> {
          var document = document(entry, name(said.kind()), at, at);
          for (var trait : said.traits()) {
            document.add(Fields.keyword(Fields.HAS, word(trait)));
          }
          if (!said.tool().isEmpty()) {
            var tool = said.tool().toLowerCase(Locale.ROOT);
            document.add(Fields.keyword(Fields.TOOL, tool));
            document.add(new SortedDocValuesField(Fields.TOOL, new BytesRef(said.tool())));
          }
          if (isBeginning) {
            facts(document, said.command(), said.files());
          }
          add(document, text, place);
        }
        case Passage.Changed changed -> {
          var document = document(entry, "file", at, at);
          document.add(Fields.keyword(Fields.HAS, "diff"));
          if (isBeginning) {
            facts(document, "", List.of(changed.path()));
          }
          add(document, text, place);
        }
      }
    }

    private static void facts(Document document, String command, List<String> files) {
      if (!command.isEmpty()) {
        document.add(Fields.words(Fields.COMMAND, command));
      }
      for (var file : files) {
        document.add(Fields.words(Fields.FILE, file));
      }
    }
  }

  private static String name(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Trait trait) {
    return switch (trait) {
      case FAILED -> "failure";
      case REFUSED -> "refusal";
      case INTERRUPTED -> "interruption";
      case EDITS -> "edit";
      case IMAGE -> "image";
      case SUB_AGENT -> "subagent";
      case ABANDONED -> "abandoned";
    };
  }
}
