package dev.mantra.redactor.session;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.journal.Annotations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Goes through all texts of an event that people can read, in an order that never changes. */
final class EventTexts {

  /** What is done to a text. */
  @FunctionalInterface
  interface Change {
    /**
     * @param field counts the texts of one event from 0
     */
    String apply(int field, String text);
  }

  private final Change change;
  private int field;

  private EventTexts(Change change) {
    this.change = change;
  }

  /** The event with changed texts; what it wrote to the terminal or was typed is none of them. */
  static Event map(Event event, Change change) {
    return new EventTexts(change).map(event);
  }

  static SessionHeader map(SessionHeader header, Change change) {
    return new EventTexts(change).map(header);
  }

  static Annotations map(Annotations annotations, Change change) {
    return new EventTexts(change).map(annotations);
  }

  private Event map(Event event) {
    return switch (event) {
      case Event.Message e -> new Event.Message(e.at(), map(e.entry()));
      case Event.FileChange e -> new Event.FileChange(e.at(), e.moment(), map(e.edit()));
      case Event.NotCaptured e ->
          new Event.NotCaptured(e.at(), map(e.path()), e.why(), map(e.detail()));
      case Event.Marker e -> new Event.Marker(e.at(), map(e.label()));
      case Event.Gap e -> new Event.Gap(e.at(), e.since(), e.bytes(), map(e.reason()));
      case Event.Unknown e -> new Event.Unknown(e.at(), e.code(), map(e.body()));
      case Event.Output _,
          Event.Input _,
          Event.HiddenInput _,
          Event.Resize _,
          Event.Snapshot _,
          Event.Paused _,
          Event.Resumed _,
          Event.End _ ->
          event;
    };
  }

  private SessionHeader map(SessionHeader header) {
    var builder =
        header
            .copy()
            .command(command(header.command()))
            .folder(map(header.folder()))
            .title(header.title().map(this::map));
    var environment = new TreeMap<>(header.environment());
    environment.replaceAll((_, value) -> map(value));
    builder.environment(environment);
    header
        .origin()
        .ifPresent(
            origin ->
                builder.origin(
                    new SessionHeader.Origin(
                        origin.format(),
                        map(origin.path()),
                        origin.sha256(),
                        map(origin.header()))));
    return builder.build();
  }

  private Annotations map(Annotations said) {
    return new Annotations(
        said.title().map(this::map),
        new LinkedHashSet<>(said.tags().stream().map(this::map).toList()),
        said.marks().stream()
            .map(mark -> new Annotations.Mark(mark.at(), map(mark.label())))
            .toList(),
        said.notes().stream()
            .map(note -> new Annotations.Note(note.made(), map(note.text())))
            .toList());
  }

  /** A command line is read as one: what a flag is given is told by the flag. */
  private List<Bytes> command(List<Bytes> words) {
    var shown = String.join(" ", words.stream().map(Bytes::toUtf8).toList());
    var changed = map(shown);
    if (changed.equals(shown)) {
      return words;
    }
    var parts = List.of(changed.split(" ", -1));
    if (parts.size() != words.size()) {
      // A word had blanks in it: what is known for sure is the program.
      var program = parts.getFirst();
      parts = List.of(program, changed.substring(Math.min(changed.length(), program.length() + 1)));
    }
    return parts.stream().map(Bytes::utf8).toList();
  }

  private Entry map(Entry entry) {
    return entry.withBlocks(entry.blocks().stream().map(this::map).toList());
  }

  private Block map(Block block) {
    return switch (block) {
      case Block.Text b -> new Block.Text(map(b.text()));
      case Block.Call b -> new Block.Call(b.id(), b.name(), map(b.input()));
      case Block.Result b -> new Block.Result(b.call(), b.outcome(), map(b.output()), b.exitCode());
      case Block.Edit b ->
          new Block.Edit(
              map(b.path()),
              b.kind(),
              map(b.movedTo()),
              map(b.patch()),
              map(b.before()),
              map(b.after()));
      case Block.Titled b -> new Block.Titled(map(b.title()));
      case Block.Image _, Block.Rewound _, Block.Began _ -> block;
    };
  }

  private FileEdit map(FileEdit edit) {
    return new FileEdit(
        edit.group(),
        edit.kind(),
        map(edit.path()),
        edit.from().map(this::map),
        edit.before(),
        edit.after(),
        edit.patch().map(this::map),
        edit.linesAdded(),
        edit.linesRemoved());
  }

  private Optional<String> map(Optional<String> text) {
    return text.map(this::map);
  }

  /** Bytes that are changed become UTF-8; others stay as they are. */
  private Bytes map(Bytes bytes) {
    var text = bytes.toUtf8();
    var changed = map(text);
    return changed.equals(text) ? bytes : Bytes.utf8(changed);
  }

  private String map(String text) {
    int number = field++;
    return text.isEmpty() ? text : change.apply(number, text);
  }
}
