package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Edit.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patches that Codex writes, made into hunks of unified diffs.
 *
 * <pre>
 *  *** Begin Patch
 *  *** Update File: kiln/schedule.js      also: Add File, Delete File
 *  *** Move to: kiln/plan.js
 *  @@ function parse(text)                where it is, or nothing
 *   context
 *  -old line
 *  +new line
 *  *** End Patch
 * </pre>
 *
 * They have no line numbers. The hunks get their true lengths, and numbers that grow from 1, so
 * that programs which look for the context find it.
 */
final class ApplyPatch {

  private static final String BEGIN = "*** Begin Patch";
  private static final String END = "*** End Patch";
  private static final String ADD = "*** Add File: ";
  private static final String UPDATE = "*** Update File: ";
  private static final String DELETE = "*** Delete File: ";
  private static final String MOVE = "*** Move to: ";

  private final List<Block.Edit> edits = new ArrayList<>();
  private String path = "";
  private Kind kind = Kind.MODIFIED;
  private Optional<String> movedTo = Optional.empty();
  private Hunks hunks = new Hunks();

  private ApplyPatch() {}

  /** The edits of the first patch in a text, which may be a command that has it as its input. */
  static List<Block.Edit> edits(String text) {
    int begin = text.indexOf(BEGIN);
    if (begin < 0) {
      return List.of();
    }
    var patch = new ApplyPatch();
    for (var line : (Iterable<String>) text.substring(begin).lines().skip(1)::iterator) {
      if (line.startsWith(END)) {
        break;
      }
      patch.take(line);
    }
    patch.endFile();
    return patch.edits;
  }

  /** The one hunk that makes a file of nothing. */
  static String adding(String content) {
    var hunks = new Hunks();
    content.lines().forEach(line -> hunks.add('+', line));
    return hunks.text();
  }

  /** The one hunk that leaves nothing of a file. */
  static String deleting(String content) {
    var hunks = new Hunks();
    content.lines().forEach(line -> hunks.add('-', line));
    return hunks.text();
  }

  private void take(String line) {
    if (line.startsWith(ADD)) {
      begin(Kind.ADDED, line.substring(ADD.length()));
    } else if (line.startsWith(UPDATE)) {
      begin(Kind.MODIFIED, line.substring(UPDATE.length()));
    } else if (line.startsWith(DELETE)) {
      begin(Kind.DELETED, line.substring(DELETE.length()));
    } else if (line.startsWith(MOVE)) {
      kind = Kind.RENAMED;
      movedTo = Optional.of(line.substring(MOVE.length()).strip());
    } else if (line.startsWith("@@")) {
      hunks.begin(line.substring(2).strip());
    } else if (line.isEmpty()) {
      hunks.add(' ', "");
    } else if (line.charAt(0) == '+' || line.charAt(0) == '-' || line.charAt(0) == ' ') {
      hunks.add(line.charAt(0), line.substring(1));
    }
  }

  private void begin(Kind what, String file) {
    endFile();
    kind = what;
    path = file.strip();
  }

  private void endFile() {
    if (!path.isEmpty()) {
      var text = hunks.text();
      edits.add(
          new Block.Edit(
              path,
              kind,
              movedTo,
              text.isEmpty() ? Optional.empty() : Optional.of(text),
              Optional.empty(),
              Optional.empty()));
    }
    path = "";
    movedTo = Optional.empty();
    hunks = new Hunks();
  }
}
