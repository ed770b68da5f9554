package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which changes of files agents say they made. What nobody claims was made by a command, another
 * program, or a person.
 */
public final class Claims {

  /** Transcripts are read some tenths of a second after they were written. */
  private static final long SLACK = 1_000_000_000L;

  /** By the last name of the paths, the calls of tools that say they changed such a file. */
  private final Map<String, List<Claim>> claims = new HashMap<>();

  private record Claim(String path, NumberedEntry call) {}

  public Claims(Conversation conversation) {
    for (var entry : conversation.entries()) {
      if (entry.outline().kind() != Kind.FILES) {
        for (var path : paths(entry)) {
          claims.computeIfAbsent(name(path), _ -> new ArrayList<>()).add(new Claim(path, entry));
        }
      }
    }
  }

  /** The call of a tool that says it made these changes, all of them. */
  public Optional<NumberedEntry> of(NumberedEntry files) {
    var paths = paths(files);
    if (files.outline().kind() != Kind.FILES || paths.size() < files.outline().tool().files()) {
      return Optional.empty();
    }
    var found = Optional.<NumberedEntry>empty();
    for (var path : paths) {
      var claim = claim(path, files.at());
      if (claim.isEmpty() || (found.isPresent() && !found.equals(claim))) {
        return Optional.empty();
      }
      found = claim;
    }
    return found;
  }

  private Optional<NumberedEntry> claim(String path, long moment) {
    return claims.getOrDefault(name(path), List.of()).stream()
        .filter(claim -> claim.path.equals(path) || claim.path.endsWith("/" + path))
        .map(Claim::call)
        .filter(call -> call.outline().at() - SLACK <= moment && moment <= call.at() + SLACK)
        .findFirst();
  }

  /** A file that was moved is claimed by who says where it is now. */
  private static List<String> paths(NumberedEntry entry) {
    var paths = new ArrayList<String>();
    for (var mark : entry.outline().marks()) {
      if (mark instanceof Block.Edit edit) {
        paths.add(edit.movedTo().orElse(edit.path()));
      }
    }
    return paths;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
