package dev.mantra.cli;

import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.workspace.FileDifference;
import dev.mantra.formats.workspace.WorkspaceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Differences that are shown together.
 *
 * @param message the message behind which they came; absent before the first one, and when they are
 *     not told apart
 */
record DiffSection(Optional<NumberedEntry> message, List<FileDifference> differences) {

  /** All that is different from one moment to the other. */
  static List<DiffSection> whole(OpenWorkspace open, long from, long to, List<Bytes> wanted)
      throws IOException {
    var found = open.history().between(from, to);
    return List.of(new DiffSection(Optional.empty(), chosen(found, wanted)));
  }

  /** The same by message; those behind which nothing changed are left out. */
  static List<DiffSection> byMessage(OpenWorkspace open, long from, long to, List<Bytes> wanted)
      throws IOException {
    if (from > to) {
      throw new CommandFailure(
          ExitCode.USAGE, "--by message goes forward: give the earlier position first");
    }
    var moments = new ArrayList<>(List.of(from));
    var messages = new ArrayList<Optional<NumberedEntry>>();
    var current = Optional.<NumberedEntry>empty();
    for (var message : open.replay().messages().conversation().messages()) {
      long at = open.replay().timeline().completeAt(message);
      if (at > from && at <= to && at >= moments.getLast()) {
        messages.add(current);
        moments.add(at);
      }
      current = at <= to ? Optional.of(message) : current;
    }
    messages.add(current);
    moments.add(to);
    var found = open.history().between(moments);
    var sections = new ArrayList<DiffSection>();
    for (int i = 0; i < found.size(); i++) {
      var differences = chosen(found.get(i), wanted);
      if (!differences.isEmpty()) {
        sections.add(new DiffSection(messages.get(i), differences));
      }
    }
    return sections;
  }

  private static List<FileDifference> chosen(List<FileDifference> found, List<Bytes> wanted) {
    return wanted.isEmpty()
        ? found
        : found.stream()
            .filter(
                difference ->
                    wanted.stream()
                        .anyMatch(
                            path ->
                                WorkspaceTree.isIn(path, difference.path())
                                    || difference
                                        .from()
                                        .filter(from -> WorkspaceTree.isIn(path, from))
                                        .isPresent()))
            .toList();
  }
}
