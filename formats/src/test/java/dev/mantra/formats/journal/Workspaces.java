package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.WorkspaceStart;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What is said of a workspace's files, of every sort. */
final class Workspaces {

  private Workspaces() {}

  static Arbitrary<Event> any() {
    return Arbitraries.oneOf(
        Combinators.combine(times(), times(), edits()).as(Event.FileChange::new),
        Combinators.combine(times(), starts()).as(Event.Snapshot::new),
        Combinators.combine(
                times(), bytes(), Arbitraries.of(Omission.class), Arbitraries.strings().ofLength(3))
            .as((at, path, why, detail) -> new Event.NotCaptured(at, path, why, utf8(detail))));
  }

  private static Arbitrary<FileEdit> edits() {
    return Combinators.combine(
            times(),
            Arbitraries.of(FileEdit.Kind.class),
            bytes(),
            some().optional(),
            states().optional(),
            states().optional(),
            some().optional(),
            times())
        .as(
            (group, kind, path, from, before, after, patch, lines) ->
                new FileEdit(group, kind, path, from, before, after, patch, lines, ~lines));
  }

  private static Arbitrary<WorkspaceStart> starts() {
    var base =
        Combinators.combine(
                bytes(),
                bytes(),
                bytes(),
                Combinators.combine(modes(), modes(), modes()).as(WorkspaceStart.Modes::new))
            .as(WorkspaceStart.GitBase::new);
    var found = Combinators.combine(bytes(), states().optional()).as(WorkspaceStart.Found::new);
    return Combinators.combine(
            bytes(),
            Arbitraries.of(WorkspaceStart.Part.class),
            base.list().ofMaxSize(2),
            found.list().ofMaxSize(4))
        .as(WorkspaceStart::new);
  }

  private static Arbitrary<FileState> states() {
    return Arbitraries.oneOf(
        Combinators.combine(modes(), times(), contents()).as(FileState.Regular::new),
        bytes().map(FileState.Link::new),
        modes().map(FileState.Folder::new));
  }

  private static Arbitrary<FileContent> contents() {
    return Arbitraries.oneOf(
        bytes().map(FileContent.Stored::new),
        bytes().map(FileContent.Patched::new),
        bytes().map(FileContent.InGit::new),
        Combinators.combine(Arbitraries.of(Omission.class), some().optional())
            .as(FileContent.Missing::new));
  }

  private static Arbitrary<Integer> modes() {
    return Arbitraries.integers().between(0, 07777);
  }

  private static Arbitrary<Long> times() {
    return Arbitraries.longs();
  }

  private static Arbitrary<Bytes> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Bytes::wrap);
  }

  /** What is there is never empty: an empty patch is none. */
  private static Arbitrary<Bytes> some() {
    return bytes().filter(bytes -> !bytes.isEmpty());
  }

  private static String utf8(String text) {
    return Bytes.utf8(text).toUtf8();
  }
}
