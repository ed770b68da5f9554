package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.workspace.FilePatch.Form;
import dev.mantra.formats.workspace.FilePatch.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes differences of files as {@code git diff --binary} does (git-diff(1), "Generating patch
 * text with -p"). Folders and most permission bits are nothing to git.
 */
public final class GitPatch {

  private static final int SHORT_ID = 7;
  private static final String LINK = "120000";

  private final BodyReader bodies;

  /** What git sees of a file. */
  private record Side(Bytes path, String mode, Bytes body) {
    boolean isThere() {
      return !mode.isEmpty();
    }

    String id() {
      return isThere() ? ContentHash.hex(ContentHash.blob(body.toArray())) : "0".repeat(40);
    }
  }

  public GitPatch(BodyReader bodies) {
    this.bodies = bodies;
  }

  /** The patch of a difference; empty when git sees none. */
  public Optional<FilePatch> of(FileDifference difference) {
    var before = difference.before().filter(GitPatch::isFile);
    var after = difference.after().filter(GitPatch::isFile);
    if (before.isEmpty() && after.isEmpty()) {
      return Optional.empty();
    }
    var path = difference.path();
    var kind = kind(difference, before, after);
    Side old;
    Side now;
    try {
      old = side(difference.from().orElse(path), before);
      now = side(path, after);
    } catch (MissingBodyException e) {
      return Optional.of(
          new FilePatch(
              difference,
              kind,
              Form.BINARY,
              Bytes.EMPTY,
              0,
              0,
              Optional.of(String.valueOf(e.getMessage()))));
    }
    boolean isSame = old.body.equals(now.body);
    if (isSame && old.mode.equals(now.mode) && kind != Kind.RENAMED) {
      return Optional.empty();
    }
    return Optional.of(
        old.isThere() && now.isThere() && !type(old).equals(type(now))
            ? replaced(difference, old, now)
            : patch(difference, isSame && kind == Kind.MODIFIED ? Kind.MODE : kind, old, now));
  }

  /** Of a file that became a link git makes two patches. */
  private static FilePatch replaced(FileDifference difference, Side old, Side now) {
    var nothing = new Side(now.path, "", Bytes.EMPTY);
    var gone = patch(difference, Kind.DELETED, old, nothing);
    var came = patch(difference, Kind.ADDED, nothing, now);
    var text = gone.text().toArray();
    var both = Arrays.copyOf(text, text.length + came.text().length());
    came.text().copyTo(both, text.length);
    return new FilePatch(
        difference,
        Kind.MODIFIED,
        came.form(),
        Bytes.wrap(both),
        came.added(),
        gone.removed(),
        Optional.empty());
  }

  private static FilePatch patch(FileDifference difference, Kind kind, Side old, Side now) {
    var out = new StringBuilder();
    header(out, kind, old, now);
    var patch = TextPatch.between(old.body.toArray(), now.body.toArray());
    long added = patch.map(TextPatch::added).orElse(0L);
    long removed = patch.map(TextPatch::removed).orElse(0L);
    if (!old.body.equals(now.body)) {
      index(out, old, now, patch.isPresent() ? SHORT_ID : Integer.MAX_VALUE);
      if (patch.isPresent()) {
        out.append("--- ").append(name("a/", old)).append('\n');
        out.append("+++ ").append(name("b/", now)).append('\n');
        out.append(new String(patch.get().hunks().toArray(), StandardCharsets.ISO_8859_1));
      } else {
        BinaryPatch.write(out, old.body.toArray(), now.body.toArray());
      }
    } else if (!old.isThere() || !now.isThere()) {
      index(out, old, now, SHORT_ID);
    }
    return new FilePatch(
        difference,
        kind,
        patch.isPresent() ? Form.TEXT : Form.BINARY,
        Bytes.wrap(PatchLines.toBytes(out)),
        added,
        removed,
        Optional.empty());
  }

  private static void header(StringBuilder out, Kind kind, Side old, Side now) {
    out.append("diff --git ")
        .append(GitName.of("a/", old.path))
        .append(' ')
        .append(GitName.of("b/", now.path))
        .append('\n');
    if (!old.isThere()) {
      out.append("new file mode ").append(now.mode).append('\n');
    } else if (!now.isThere()) {
      out.append("deleted file mode ").append(old.mode).append('\n');
    } else if (!old.mode.equals(now.mode)) {
      out.append("old mode ").append(old.mode).append('\n');
      out.append("new mode ").append(now.mode).append('\n');
    }
    if (kind == Kind.RENAMED) {
      boolean isSame = old.body.equals(now.body);
      out.append(isSame ? "similarity index 100%\n" : "");
      out.append("rename from ").append(GitName.of("", old.path)).append('\n');
      out.append("rename to ").append(GitName.of("", now.path)).append('\n');
    }
  }

  private static void index(StringBuilder out, Side old, Side now, int digits) {
    var one = old.id();
    var other = now.id();
    int length = Math.min(digits, one.length());
    out.append("index ").append(one, 0, length).append("..").append(other, 0, length);
    out.append(old.mode.equals(now.mode) ? " " + now.mode : "").append('\n');
  }

  private static String name(String side, Side file) {
    return file.isThere() ? GitName.alone(side, file.path) : "/dev/null";
  }

  private Side side(Bytes path, Optional<TreeEntry> entry) throws MissingBodyException {
    if (entry.isEmpty()) {
      return new Side(path, "", Bytes.EMPTY);
    }
    return switch (entry.get().state()) {
      case FileState.Regular file ->
          new Side(
              path,
              (file.mode() & 0100) == 0 ? "100644" : "100755",
              Bytes.wrap(bodies.read(entry.get().body(), BodyReader.LONGEST)));
      case FileState.Link link -> new Side(path, LINK, link.target());
      case FileState.Folder _ -> throw new IllegalArgumentException("a folder is nothing to git");
    };
  }

  private static Kind kind(
      FileDifference difference, Optional<TreeEntry> before, Optional<TreeEntry> after) {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty()
        ? Kind.DELETED
        : difference.from().isPresent() ? Kind.RENAMED : Kind.MODIFIED;
  }

  private static String type(Side side) {
    return side.mode.substring(0, 3);
  }

  private static boolean isFile(TreeEntry entry) {
    return !(entry.state() instanceof FileState.Folder);
  }
}
