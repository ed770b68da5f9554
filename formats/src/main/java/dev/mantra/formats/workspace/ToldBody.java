package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import java.util.Optional;

/** What files hold according to an agent, which tells texts, patches or neither. */
final class ToldBody {

  private static final int USUAL_MODE = 0644;
  private static final Body UNKNOWN = new Body.Missing("the transcript does not tell it");

  private ToldBody() {}

  static Body before(Block.Edit edit) {
    return edit.before().<Body>map(text -> new Body.Plain(Bytes.utf8(text))).orElse(UNKNOWN);
  }

  /**
   * What came of a change.
   *
   * @param known what stood there before, as far as was told
   */
  static Body after(Block.Edit edit, Optional<Body> known) {
    if (edit.after().isPresent()) {
      return new Body.Plain(Bytes.utf8(edit.after().get()));
    }
    var before = edit.before().isPresent() ? before(edit) : known.orElse(Body.NONE);
    if (edit.patch().isEmpty()) {
      return edit.kind() == Block.Edit.Kind.RENAMED ? before : UNKNOWN;
    }
    return before instanceof Body.Plain(var bytes)
        ? patched(bytes, Bytes.utf8(edit.patch().get()))
        : before;
  }

  static TreeEntry entry(Body body) {
    long size = body instanceof Body.Plain(var bytes) ? bytes.length() : TreeEntry.UNKNOWN_SIZE;
    var content = new FileContent.Missing(Omission.UNREADABLE, Optional.empty());
    return new TreeEntry(new FileState.Regular(USUAL_MODE, size, content), body);
  }

  private static Body patched(Bytes before, Bytes hunks) {
    try {
      return new Body.Plain(Bytes.wrap(TextPatch.apply(hunks, before.toArray())));
    } catch (IllegalArgumentException e) {
      return new Body.Missing("the transcript's patch does not fit what it told before");
    }
  }
}
