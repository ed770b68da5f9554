package dev.mantra.recorder.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.WorkspaceStart;
import dev.mantra.formats.workspace.ContentHash;
import dev.mantra.formats.workspace.ContentStore;
import dev.mantra.formats.workspace.GitObjects;
import dev.mantra.formats.workspace.PathBytes;
import dev.mantra.formats.workspace.TextPatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A workspace made again of nothing but what was recorded of it. */
final class Rebuilt {

  private final ContentStore store;
  private final Map<Bytes, FileState> states = new HashMap<>();
  private final Map<Bytes, Optional<byte[]>> contents = new HashMap<>();
  private WorkspaceStart.Modes modes = new WorkspaceStart.Modes(0644, 0755, 0755);
  private Optional<GitObjects> git = Optional.empty();

  private Rebuilt(ContentStore store) {
    this.store = store;
  }

  /** By path: what sort of thing, its permission bits, and the hash of its content. */
  static Map<String, String> of(List<Event> events, ContentStore store) {
    var rebuilt = new Rebuilt(store);
    try {
      for (var event : events) {
        if (event instanceof Event.Snapshot snapshot) {
          rebuilt.start(snapshot.start());
        } else if (event instanceof Event.FileChange change) {
          rebuilt.change(change);
        }
      }
      rebuilt.git.ifPresent(GitObjects::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rebuilt.told();
  }

  private void start(WorkspaceStart start) throws IOException {
    for (var base : start.bases()) {
      modes = base.modes();
      var objects = GitObjects.open(PathBytes.absolute(base.repository()));
      git = Optional.of(objects);
      objects.walk(base.tree(), (path, mode, id) -> fromGit(path, mode, id, objects));
    }
    for (var found : start.files()) {
      if (found.state().isPresent()) {
        put(found.path(), found.state().get(), content(found.state().get()));
      } else {
        remove(found.path());
      }
    }
  }

  private void fromGit(Bytes path, int mode, Bytes id, GitObjects objects) throws IOException {
    var body = objects.read(id, 1 << 24);
    if (mode == 0120000) {
      put(path, new FileState.Link(Bytes.wrap(body.orElseThrow())), Optional.empty());
    } else {
      int bits = (mode & 0100) == 0 ? modes.plain() : modes.executable();
      put(path, new FileState.Regular(bits, 0, new FileContent.InGit(id)), body);
    }
  }

  private void change(Event.FileChange change) throws IOException {
    var edit = change.edit();
    var source = edit.from().orElse(edit.path());
    edit.before()
        .ifPresent(
            before -> {
              var stood = states.get(source);
              assertEquals(kind(before), stood == null ? "nothing" : kind(stood), edit::toString);
            });
    var old = contents.getOrDefault(source, Optional.empty());
    edit.from().ifPresent(this::remove);
    if (edit.after().isEmpty()) {
      remove(edit.path());
      return;
    }
    var after = edit.after().get();
    var body = content(after);
    if (after instanceof FileState.Regular(_, _, FileContent.Patched(var sha256))) {
      if (edit.patch().isPresent()) {
        body = Optional.of(TextPatch.apply(edit.patch().get(), old.orElseThrow()));
      } else {
        body = old;
      }
      assertEquals(sha256, ContentHash.of(body.orElseThrow()), "a patch makes what it says");
    }
    put(edit.path(), after, body);
  }

  private Optional<byte[]> content(FileState state) throws IOException {
    if (!(state instanceof FileState.Regular file)) {
      return Optional.empty();
    }
    return switch (file.content()) {
      case FileContent.Stored stored -> Optional.of(store.read(stored.sha256(), 1 << 26));
      case FileContent.InGit inGit -> git.orElseThrow().read(inGit.blob(), 1 << 26);
      case FileContent.Patched _, FileContent.Missing _ -> Optional.empty();
    };
  }

  private void put(Bytes path, FileState state, Optional<byte[]> body) {
    for (int i = 0; i < path.length(); i++) {
      if (path.at(i) == '/') {
        states.putIfAbsent(path.slice(0, i), new FileState.Folder(modes.folder()));
      }
    }
    states.put(path, state);
    contents.put(path, body);
  }

  private void remove(Bytes path) {
    states.remove(path);
    contents.remove(path);
  }

  private Map<String, String> told() {
    var told = new TreeMap<String, String>();
    states.forEach(
        (path, state) ->
            told.put(
                text(path),
                switch (state) {
                  case FileState.Folder folder -> Copied.folder(folder.mode());
                  case FileState.Link link -> Copied.link(link.target());
                  case FileState.Regular file ->
                      contents
                          .getOrDefault(path, Optional.empty())
                          .map(body -> Copied.file(file.mode(), body))
                          .orElse("missing " + file.content());
                }));
    return told;
  }

  private static String kind(FileState state) {
    return state.getClass().getSimpleName();
  }

  static String text(Bytes path) {
    return new String(path.toArray(), StandardCharsets.ISO_8859_1);
  }
}
