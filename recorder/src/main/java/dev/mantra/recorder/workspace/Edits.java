package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileEdit.Kind;
import dev.mantra.formats.workspace.ContentHash;
import dev.mantra.formats.workspace.TextPatch;
import dev.mantra.recorder.workspace.Difference.Gone;
import dev.mantra.recorder.workspace.Difference.Newness;
import dev.mantra.recorder.workspace.Difference.Now;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Captures what is different, and tells it as edits: what is gone first, then what is there now.
 */
final class Edits {

  private static final int SHORT_PATCH = 4096;

  private final KnownTree tree;
  private final Capture capture;
  private final Bodies bodies;
  private final EditSink sink;
  private long group;

  /** A file's content of before and after, as one follows from the other. */
  private record Step(@Nullable Held before, Held after, Optional<TextPatch> patch) {}

  Edits(KnownTree tree, Capture capture, Bodies bodies, EditSink sink) {
    this.tree = tree;
    this.capture = capture;
    this.bodies = bodies;
    this.sink = sink;
  }

  void write(List<Difference> differences) throws IOException, InterruptedException {
    if (differences.isEmpty()) {
      return;
    }
    group++;
    var gone = new Moves();
    var now = new ArrayList<Now>();
    for (var difference : differences) {
      switch (difference) {
        case Gone one -> gone.add(one);
        case Now one -> now.add(one);
      }
    }
    var moved = gone.match(now);
    for (var one : gone.left()) {
      deleted(one);
    }
    // What was moved away comes before what stands in its place now.
    for (var one : now) {
      var from = moved.get(one);
      if (from != null) {
        entry(one, from);
      }
    }
    for (var one : now) {
      if (one.stamp().type() == Stamp.Type.FOLDER) {
        folder(one);
      } else if (!moved.containsKey(one)) {
        entry(one, null);
      }
    }
    bodies.force();
  }

  private void deleted(Gone gone) throws IOException, InterruptedException {
    var known = gone.known();
    long lines = 0;
    var held = known.held();
    if (held != null) {
      var text = bodies.text(held);
      lines = text.filter(TextPatch::isText).map(TextPatch::lines).orElse(0L);
      known = known.withHeld(bodies.secured(held, text));
    }
    tell(gone.moment(), Kind.DELETED, gone.path(), null, known, null, Optional.empty(), 0, lines);
  }

  private void folder(Now now) throws InterruptedException {
    var before = now.folder().entries().get(now.name());
    var after = Known.folder(now.stamp());
    boolean changed = now.newness() == Newness.CHANGED;
    tree.put(now.folder(), now.name(), after);
    if (changed && before != null && before.stamp().mode() == now.stamp().mode()) {
      return;
    }
    var kind = changed ? Kind.MODE : kind(now.newness());
    tell(
        now.moment(),
        kind,
        now.path(),
        null,
        changed ? before : null,
        after,
        Optional.empty(),
        0,
        0);
  }

  private void entry(Now now, @Nullable Gone from) throws IOException, InterruptedException {
    var before = from == null ? now.folder().entries().get(now.name()) : from.known();
    var read = read(now, from);
    if (read.isEmpty()) {
      if (from != null) {
        deleted(from);
      }
      return;
    }
    var known = read.get().known();
    var body = read.get().body();
    var step = body == null ? whole(before, known) : step(before, body);
    known = known.withHeldIfFile(step.after);
    tree.put(now.folder(), now.name(), known);
    var kind = from != null ? Kind.RENAMED : before == null ? kind(now.newness()) : Kind.MODIFIED;
    if (kind == Kind.MODIFIED && before != null && isSame(before, known)) {
      if (before.stamp().mode() == known.stamp().mode() || known.link() != null) {
        return;
      }
      kind = Kind.MODE;
    }
    var patch = step.patch;
    long added = patch.map(TextPatch::added).orElse(before == null ? lines(body) : 0);
    tell(
        Math.max(now.moment(), known.stamp().changed()),
        kind,
        now.path(),
        from,
        before == null ? null : before.withHeldIfFile(step.before),
        known,
        patch.map(TextPatch::hunks).filter(hunks -> !hunks.isEmpty()),
        added,
        patch.map(TextPatch::removed).orElse(0L));
  }

  /** A file that was only moved is not read again. */
  private Optional<Capture.Read> read(Now now, @Nullable Gone from) throws IOException {
    if (from != null && now.stamp().hasContentOf(from.known().stamp())) {
      var held = from.known().held();
      if (held != null && from.known().trust() == Known.Trust.FULL) {
        var secured = bodies.secured(held);
        return Optional.of(
            new Capture.Read(Known.file(now.stamp(), secured, Known.Trust.of(now.stamp())), null));
      }
    }
    return capture.read(now.folder(), now.folder().placeOf(now.name()));
  }

  /** What is no text in memory: a link, a long file, one that could not be read or was moved. */
  private Step whole(@Nullable Known known, Known after) throws IOException {
    var before = known == null ? null : known.held();
    var held = after.held();
    return new Step(
        before == null ? null : bodies.secured(before),
        held == null ? Held.of(Capture.UNREAD) : held,
        Optional.empty());
  }

  private Step step(@Nullable Known known, byte[] body) throws IOException {
    var before = known == null ? null : known.held();
    if (before == null) {
      return new Step(null, bodies.store(body), Optional.empty());
    }
    if (isContent(before.content(), body)) {
      return new Step(before, before, Optional.empty());
    }
    var text = bodies.text(before);
    var secured = bodies.secured(before, text);
    var patch = text.flatMap(old -> TextPatch.between(old, body));
    if (patch.isPresent()
        && !(secured.origin() instanceof FileContent.InGit)
        && secured.takes(patch.get().hunks(), body.length)) {
      return new Step(secured, secured.patched(ContentHash.of(body), patch.get().hunks()), patch);
    }
    // A long patch that says as much as the body is not kept beside it.
    int most = Math.max(body.length, SHORT_PATCH);
    boolean helps = patch.filter(p -> p.hunks().length() <= most).isPresent();
    return new Step(
        secured,
        bodies.store(body),
        helps ? patch : patch.map(p -> new TextPatch(Bytes.EMPTY, p.added(), p.removed())));
  }

  private static boolean isContent(FileContent content, byte[] body) {
    return switch (content) {
      case FileContent.InGit inGit -> ContentHash.blob(body).equals(inGit.blob());
      case FileContent.Stored _, FileContent.Patched _, FileContent.Missing _ ->
          content.hash().filter(ContentHash.of(body)::equals).isPresent();
    };
  }

  private static boolean isSame(Known before, Known after) {
    if (before.stamp().type() != after.stamp().type()) {
      return false;
    }
    if (after.link() != null) {
      return Objects.equals(after.link(), before.link());
    }
    return before.held() != null
        && after.held() != null
        && (before.held().equals(after.held())
            || (before.held().content().hash().isPresent()
                && before.held().content().hash().equals(after.held().content().hash())));
  }

  private static long lines(byte @Nullable [] body) {
    return body != null && TextPatch.isText(body) ? TextPatch.lines(body) : 0;
  }

  private static Kind kind(Newness newness) {
    return newness == Newness.FOUND ? Kind.FOUND : Kind.ADDED;
  }

  private void tell(
      long moment,
      Kind kind,
      Bytes path,
      @Nullable Gone from,
      @Nullable Known before,
      @Nullable Known after,
      Optional<Bytes> patch,
      long added,
      long removed)
      throws InterruptedException {
    sink.changed(
        moment,
        new FileEdit(
            group,
            kind,
            path,
            Optional.ofNullable(from).map(Gone::path),
            Optional.ofNullable(before).map(Known::state),
            Optional.ofNullable(after).map(Known::state),
            patch,
            added,
            removed));
  }
}
