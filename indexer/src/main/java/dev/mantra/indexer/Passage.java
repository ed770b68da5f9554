package dev.mantra.indexer;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.FileEdit;
import java.util.List;
import java.util.Set;

/** A text of a session beside what was displayed: a message, a step, or the change of a file. */
public sealed interface Passage {

  /** The moment to go to for it, in nanoseconds since the session's start. */
  long at();

  /** Something about what was said that one may look for. Files hold the names. */
  enum Trait {
    FAILED,
    REFUSED,
    INTERRUPTED,
    EDITS,
    IMAGE,
    SUB_AGENT,
    ABANDONED
  }

  /**
   * A message or a step.
   *
   * @param step 0 for a message
   * @param tool the name of the tool that is called; empty when none is
   * @param command what a shell was asked to do; empty when none was
   * @param files paths of files that are read or changed, as the agent wrote them
   */
  record Said(
      long at,
      int message,
      int step,
      Entry.Kind kind,
      Set<Trait> traits,
      String tool,
      String command,
      List<String> files)
      implements Passage {

    public Said {
      traits = Set.copyOf(traits);
      files = List.copyOf(files);
    }

    /** Its position, as a person writes it. */
    public String number() {
      return step == 0 ? Integer.toString(message) : message + "." + step;
    }
  }

  /**
   * A file of the workspace has changed, whoever did it.
   *
   * @param path relative to the workspace's folder
   */
  record Changed(long at, FileEdit.Kind kind, String path) implements Passage {}
}
