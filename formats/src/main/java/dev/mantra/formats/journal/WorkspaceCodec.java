package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.WorkspaceStart;
import dev.mantra.formats.event.WorkspaceStart.Found;
import dev.mantra.formats.event.WorkspaceStart.GitBase;
import dev.mantra.formats.event.WorkspaceStart.Modes;
import dev.mantra.formats.event.WorkspaceStart.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is said of the workspace's files to payloads and back. */
final class WorkspaceCodec {

  private static final int NOTHING = 0;
  private static final int REGULAR = 1;
  private static final int LINK = 2;
  private static final int FOLDER = 3;

  private static final int MISSING = 0;
  private static final int STORED = 1;
  private static final int PATCHED = 2;
  private static final int IN_GIT = 3;

  private static final int MORE = 0;
  private static final int LAST = 1;

  private WorkspaceCodec() {}

  static PayloadWriter change(Event.FileChange change) {
    var edit = change.edit();
    var out = new PayloadWriter();
    out.number(edit.kind().code()).number(edit.group()).number(change.at() - change.moment());
    out.bytes(edit.path()).bytes(edit.from().orElse(Bytes.EMPTY));
    state(out, edit.before());
    state(out, edit.after());
    out.bytes(edit.patch().orElse(Bytes.EMPTY));
    return out.number(edit.linesAdded()).number(edit.linesRemoved());
  }

  static Event.FileChange change(long at, PayloadReader in) {
    var kind = FileEdit.Kind.of(in.smallNumber());
    long group = in.number();
    long moment = at - in.number();
    var edit =
        new FileEdit(
            group,
            kind,
            in.bytes(),
            unlessEmpty(in.bytes()),
            state(in),
            state(in),
            unlessEmpty(in.bytes()),
            in.number(),
            in.number());
    return new Event.FileChange(at, moment, edit);
  }

  static PayloadWriter start(WorkspaceStart start) {
    var out = new PayloadWriter();
    out.number(start.part() == Part.LAST ? LAST : MORE).bytes(start.folder());
    out.number(start.bases().size());
    for (var base : start.bases()) {
      out.bytes(base.folder()).bytes(base.repository()).bytes(base.tree());
      var modes = base.modes();
      out.number(modes.plain()).number(modes.executable()).number(modes.folder());
    }
    out.number(start.files().size());
    for (var found : start.files()) {
      out.bytes(found.path());
      state(out, found.state());
    }
    return out;
  }

  static WorkspaceStart start(PayloadReader in) {
    var part = in.number() == LAST ? Part.LAST : Part.MORE;
    return new WorkspaceStart(
        in.bytes(),
        part,
        list(in, () -> base(in)),
        list(in, () -> new Found(in.bytes(), state(in))));
  }

  static PayloadWriter notCaptured(Event.NotCaptured event) {
    return new PayloadWriter().number(event.why().code()).bytes(event.path()).text(event.detail());
  }

  static Event.NotCaptured notCaptured(long at, PayloadReader in) {
    var why = Omission.of(in.smallNumber());
    return new Event.NotCaptured(at, in.bytes(), why, in.text());
  }

  private static GitBase base(PayloadReader in) {
    return new GitBase(
        in.bytes(),
        in.bytes(),
        in.bytes(),
        new Modes(in.smallNumber(), in.smallNumber(), in.smallNumber()));
  }

  private static <T> List<T> list(PayloadReader in, Supplier<T> element) {
    int count = in.smallNumber();
    var elements = new ArrayList<T>();
    // The count may be anything: the payload ends before memory does.
    for (int i = 0; i < count; i++) {
      elements.add(element.get());
    }
    return elements;
  }

  private static void state(PayloadWriter out, Optional<FileState> state) {
    if (state.isEmpty()) {
      out.number(NOTHING);
      return;
    }
    switch (state.get()) {
      case FileState.Regular file -> {
        out.number(REGULAR).number(file.mode()).number(file.size());
        content(out, file.content());
      }
      case FileState.Link link -> out.number(LINK).bytes(link.target());
      case FileState.Folder folder -> out.number(FOLDER).number(folder.mode());
    }
  }

  private static Optional<FileState> state(PayloadReader in) {
    int type = in.smallNumber();
    return switch (type) {
      case NOTHING -> Optional.empty();
      case REGULAR ->
          Optional.of(new FileState.Regular(in.smallNumber(), in.number(), content(in)));
      case LINK -> Optional.of(new FileState.Link(in.bytes()));
      case FOLDER -> Optional.of(new FileState.Folder(in.smallNumber()));
      default -> throw new IllegalArgumentException("unknown type of file " + type);
    };
  }

  private static void content(PayloadWriter out, FileContent content) {
    switch (content) {
      case FileContent.Missing missing ->
          out.number(MISSING)
              .number(missing.why().code())
              .bytes(missing.sha256().orElse(Bytes.EMPTY));
      case FileContent.Stored stored -> out.number(STORED).bytes(stored.sha256());
      case FileContent.Patched patched -> out.number(PATCHED).bytes(patched.sha256());
      case FileContent.InGit inGit -> out.number(IN_GIT).bytes(inGit.blob());
    }
  }

  private static FileContent content(PayloadReader in) {
    int place = in.smallNumber();
    return switch (place) {
      case MISSING ->
          new FileContent.Missing(Omission.of(in.smallNumber()), unlessEmpty(in.bytes()));
      case STORED -> new FileContent.Stored(in.bytes());
      case PATCHED -> new FileContent.Patched(in.bytes());
      case IN_GIT -> new FileContent.InGit(in.bytes());
      default -> throw new IllegalArgumentException("unknown place of a content " + place);
    };
  }

  private static Optional<Bytes> unlessEmpty(Bytes bytes) {
    return bytes.isEmpty() ? Optional.empty() : Optional.of(bytes);
  }
}
