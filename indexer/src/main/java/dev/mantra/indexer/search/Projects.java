package dev.mantra.indexer.search;

import dev.mantra.formats.workspace.Repository;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/**
 * Finds out which project sessions belong to: the repository of their folder, so that work trees
 * are one project. Of a folder that is gone it is the repository that has the commit the folder
 * stood on: it was moved there. For any number of threads.
 */
final class Projects {

  /**
   * A project.
   *
   * @param repository its folder; empty where there is none
   */
  record Project(String name, String repository) {}

  private record Question(Repository repository, String commit) {}

  private final Collection<CatalogEntry> known;
  private final Map<String, Optional<Repository>> byFolder = new HashMap<>();
  private final Map<Question, Boolean> commits = new HashMap<>();
  private final Set<Repository> repositories = new LinkedHashSet<>();
  private final List<Repository> found = new ArrayList<>();

  Projects(Catalog catalog) {
    this.known = catalog.entries();
    for (var entry : known) {
      path(entry.repository())
          .map(Repository::new)
          .filter(Repository::exists)
          .ifPresent(repositories::add);
    }
  }

  synchronized Project of(String folder, Optional<String> commit) {
    var repository = byFolder.computeIfAbsent(folder, place -> path(place).flatMap(Repository::of));
    if (repository.isPresent()) {
      if (repositories.add(repository.get())) {
        found.add(repository.get());
      }
      return project(repository.get());
    }
    return commit
        .flatMap(id -> holder(repositories, id))
        .map(Projects::project)
        .orElseGet(() -> new Project(folder.substring(folder.lastIndexOf('/') + 1), ""));
  }

  /** Gives earlier sessions, whose folders are gone, the projects that have only been found now. */
  synchronized void rename(IndexWriter writer) throws IOException {
    if (found.isEmpty()) {
      return;
    }
    for (var entry : known) {
      boolean isLost =
          !entry.commit().isEmpty()
              && path(entry.repository()).map(Repository::new).filter(Repository::exists).isEmpty();
      var now = isLost ? holder(found, entry.commit()) : Optional.<Repository>empty();
      if (now.isPresent()) {
        var project = project(now.get());
        var renamed = entry.withProject(project.name(), project.repository());
        writer.updateBinaryDocValue(
            new Term(Fields.SELF, entry.id().value()), Fields.ENTRY, renamed.encode());
      }
    }
  }

  private Optional<Repository> holder(Collection<Repository> candidates, String commit) {
    return candidates.stream()
        .filter(one -> commits.computeIfAbsent(new Question(one, commit), q -> one.has(q.commit())))
        .findFirst();
  }

  private static Project project(Repository repository) {
    return new Project(repository.name(), repository.folder().toString());
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
