package dev.mantra.cli;

import dev.mantra.formats.event.SessionId;
import dev.mantra.recorder.Notices;
import dev.mantra.recorder.Recording;
import dev.mantra.recorder.pty.CurrentThread;
import dev.mantra.recorder.workspace.WorkspaceSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Has {@code mantra rec} capture the workspace. */
final class RecWorkspace {

  private final Settings settings;
  private final Path folder;
  private final Optional<Path> named;

  /**
   * @param folder the working folder
   * @param named the folder that was asked for
   */
  RecWorkspace(Settings settings, Path folder, Optional<Path> named) {
    this.settings = settings;
    this.folder = folder;
    this.named = named.map(folder::resolve);
  }

  /** Begins, which costs no time now; empty when there is no store. */
  Optional<WorkspaceSource> start(SessionId id, Recording recording, Notices notices) {
    if (settings.data().isEmpty()) {
      return Optional.empty();
    }
    var source = new WorkspaceSource(() -> request(id), recording, notices);
    source.start();
    return Optional.of(source);
  }

  private WorkspaceSource.Request request(SessionId id) {
    var session = settings.store().session(id);
    return new WorkspaceSource.Request(
        folder,
        named,
        settings.folders().home(),
        settings.contents().orElseThrow(),
        session.folder(),
        session.contents(),
        ownFolders(),
        settings.workspaceLimits(),
        CurrentThread::letOthersGoFirst);
  }

  /** Wherever they are: what is written there is no change of the workspace. */
  private Set<Path> ownFolders() {
    var own = new HashSet<Path>();
    Stream.of(settings.data(), settings.cache(), settings.state())
        .flatMap(Optional::stream)
        .forEach(
            path -> {
              own.add(path);
              real(path).ifPresent(own::add);
            });
    return own;
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
