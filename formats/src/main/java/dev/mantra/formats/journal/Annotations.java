package dev.mantra.formats.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people said about a session after it was recorded: its title, tags, marks and notes. */
public record Annotations(
    Optional<String> title, Set<String> tags, List<Mark> marks, List<Note> notes) {

  public static final Annotations NONE =
      new Annotations(Optional.empty(), Set.of(), List.of(), List.of());

  /** A place in the session worth coming back to, in nanoseconds since its start. */
  public record Mark(long at, String label) {}

  /** A remark, and when it was made. */
  public record Note(Instant made, String text) {}

  /** One thing said, as it stands in the file. */
  public sealed interface Entry {

    record Title(String text) implements Entry {}

    record Tag(String name) implements Entry {}

    record Untag(String name) implements Entry {}

    record Marked(long at, String label) implements Entry {}

    record Noted(Instant made, String text) implements Entry {}
  }

  public Annotations {
    tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    marks = List.copyOf(marks);
    notes = List.copyOf(notes);
  }

  /** These annotations after one more entry. */
  Annotations plus(Entry entry) {
    return switch (entry) {
      case Entry.Title e ->
          new Annotations(
              e.text().isEmpty() ? Optional.empty() : Optional.of(e.text()), tags, marks, notes);
      case Entry.Tag e -> {
        var more = new LinkedHashSet<>(tags);
        more.add(e.name());
        yield new Annotations(title, more, marks, notes);
      }
      case Entry.Untag e -> {
        var fewer = new LinkedHashSet<>(tags);
        fewer.remove(e.name());
        yield new Annotations(title, fewer, marks, notes);
      }
      case Entry.Marked e ->
          new Annotations(title, tags, added(marks, new Mark(e.at(), e.label())), notes);
      case Entry.Noted e ->
          new Annotations(title, tags, marks, added(notes, new Note(e.made(), e.text())));
    };
  }

  // Written out because every start asks for many: see SessionId. Hashes of it are kept.
  @Override
  public String toString() {
    return "Annotations[title="
        + title
        + ", tags="
        + tags
        + ", marks="
        + marks
        + ", notes="
        + notes
        + "]";
  }

  private static <T> List<T> added(List<T> list, T more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
