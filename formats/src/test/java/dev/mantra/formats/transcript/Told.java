package dev.mantra.formats.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Keeps what a parser tells, and shows it a line an entry. */
final class Told implements TranscriptSink {

  final List<Entry> entries = new ArrayList<>();
  final List<String> unknown = new ArrayList<>();
  final List<String> problems = new ArrayList<>();

  @Override
  public void entry(Entry entry, TranscriptRecord record) {
    entries.add(entry);
  }

  @Override
  public void unknown(String kind, TranscriptRecord record) {
    unknown.add(kind);
  }

  @Override
  public void problem(String reason, TranscriptRecord record) {
    problems.add(reason);
  }

  /** Has a parser read a file of the test's resources to its end. */
  static void read(String resource, TranscriptParser parser) throws IOException {
    var reader =
        new TranscriptReader(
            parser::accept,
            (reason, record) -> {
              throw new AssertionError(reason + " at " + record.offset());
            },
            TranscriptLimits.AMPLE);
    try (var in = Told.class.getResourceAsStream("/transcripts/" + resource)) {
      reader.feed(java.util.Objects.requireNonNull(in, resource));
    }
    reader.finish();
    parser.finish();
  }

  /** Compares all entries, each shown by a function, with lines of text. */
  void assertShown(Function<Entry, String> show, String lines) {
    assertEquals(
        lines.strip(), String.join("\n", entries.stream().map(show).map(String::strip).toList()));
  }

  /**
   * Kind, time of day and content; a plus is before what extends an earlier entry, and an equals
   * sign before what takes the place of one.
   */
  static String content(Entry entry) {
    var line = new StringBuilder();
    line.append(mark(entry.change())).append(entry.kind());
    entry.time().ifPresent(time -> line.append(' ').append(timeOfDay(time.toString())));
    for (var block : entry.blocks()) {
      line.append(" | ").append(content(block).replace("\n", "\\n"));
    }
    return line.toString();
  }

  private static String mark(Entry.Change change) {
    return switch (change) {
      case ADDED -> "";
      case REPLACED -> "=";
      case EXTENDED -> "+";
    };
  }

  private static String timeOfDay(String instant) {
    return instant.substring(instant.indexOf('T') + 1, instant.length() - 1);
  }

  private static String content(Block block) {
    return switch (block) {
      case Block.Text b -> b.text();
      case Block.Call b -> b.name() + " " + b.input();
      case Block.Result b ->
          b.outcome()
              + (b.exitCode().isPresent() ? " " + b.exitCode().getAsInt() : "")
              + " "
              + b.output();
      case Block.Edit b ->
          b.kind() + " " + b.path() + " " + b.movedTo().orElse("") + b.patch().orElse("");
      case Block.Image b -> b.mediaType() + " " + b.length();
      case Block.Rewound b -> "back to " + b.last();
      case Block.Titled b -> "titled " + b.title();
      case Block.Began b ->
          "began in "
              + b.folder()
              + " "
              + b.version()
              + b.forkedFrom().map(" from "::concat).orElse("");
    };
  }
}
