package dev.mantra.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders whose files are for a project's programs: the working folder and, in a repository,
 * all that it is in up to the repository's own. Outside a repository only the working folder itself
 * is the project.
 */
final class ProjectFolders {

  private static final String REPOSITORY = ".git";

  private ProjectFolders() {}

  /** The working folder first. */
  static List<Path> of(Path working) {
    var folders = new ArrayList<Path>();
    for (var at = working; at != null; at = at.getParent()) {
      folders.add(at);
      if (Files.exists(at.resolve(REPOSITORY))) {
        return folders;
      }
    }
    return List.of(working);
  }
}
