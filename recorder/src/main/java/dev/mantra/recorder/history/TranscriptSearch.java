package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.CursorFolders;
import dev.mantra.recorder.FileHead;
import dev.mantra.recorder.IoProblem;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the conversations that agents have kept, in their homes or below any folder. */
final class TranscriptSearch {

  private static final int DEEPEST = 40;

  /** Folders that hold much, and no transcripts. */
  private static final Set<String> PASSED_OVER = Set.of("node_modules", ".git");

  private static final Comparator<TranscriptFile> IN_ORDER =
      Comparator.<TranscriptFile, Boolean>comparing(file -> file.subAgent().isPresent())
          .thenComparing(TranscriptFile::name)
          .thenComparing(TranscriptFile::path);

  private final ImportIndex index;
  private final Set<Agent> agents;
  private final Path store;
  private final Map<String, Found> conversations = new TreeMap<>();
  private final Set<Object> files = new HashSet<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final Set<CursorFolders> cursor = new LinkedHashSet<>();

  private record Found(ConversationKey key, List<TranscriptFile> files) {}

  /**
   * @param index spares a look into files that have not changed
   * @param agents whose conversations are wanted
   * @param store is not looked into: its files are copies
   */
  TranscriptSearch(ImportIndex index, Set<Agent> agents, Path store) {
    this.index = index;
    this.agents = Set.copyOf(agents);
    this.store = store.toAbsolutePath().normalize();
  }

  /** Looks in an agent's home, where it keeps transcripts. */
  void lookInHome(Agent agent, Path home) {
    for (var layout : TranscriptLayout.ALL) {
      if (layout.agent() == agent && agents.contains(agent)) {
        layout.folders(home).forEach(folder -> walk(folder, List.of(layout)));
      }
    }
  }

  /** Looks at a file, or at all files below a folder: a copied home, or a part of one. */
  void lookAt(Path path) {
    var layouts =
        TranscriptLayout.ALL.stream().filter(layout -> agents.contains(layout.agent())).toList();
    if (Files.isDirectory(path)) {
      walk(path, layouts);
    } else {
      lookAtFile(path, layouts);
    }
  }

  /** Whether a file is a transcript, by its name or by its first records. */
  static boolean isTranscript(Path file) throws IOException {
    if (cursorFolders(file.toAbsolutePath().normalize()).isPresent()) {
      return true;
    }
    if (TranscriptLayout.ALL.stream().anyMatch(layout -> layout.isTranscript(file))) {
      return true;
    }
    var head = FileHead.of(file);
    return TranscriptLayout.ALL.stream().anyMatch(layout -> layout.isTranscript(head));
  }

  /** All that were found so far. */
  List<Conversation> found() {
    return conversations.values().stream()
        .map(found -> new Conversation(found.key, found.files.stream().sorted(IN_ORDER).toList()))
        .toList();
  }

  /** Folders with databases of Cursor, which {@link CursorSearch} can look into. */
  Set<CursorFolders> cursorFolders() {
    return agents.contains(Agent.CURSOR) ? Collections.unmodifiableSet(cursor) : Set.of();
  }

  List<Skipped> skipped() {
    return List.copyOf(skipped);
  }

  private void walk(Path folder, List<TranscriptLayout> layouts) {
    try {
      // The folder itself may be a link, as those are who keep their settings elsewhere.
      Files.walkFileTree(
          folder.toRealPath(),
          EnumSet.noneOf(FileVisitOption.class),
          DEEPEST,
          new Visitor(layouts));
    } catch (NoSuchFileException e) {
      // An agent that was never run.
      return;
    } catch (IOException e) {
      skip(folder, e);
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final List<TranscriptLayout> layouts;

    Visitor(List<TranscriptLayout> layouts) {
      this.layouts = layouts;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(store) || PASSED_OVER.contains(TranscriptLayout.folder(folder, 0))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      cursorFolders(file).ifPresent(cursor::add);
      if (attributes.isRegularFile()) {
        layouts.stream()
            .filter(layout -> layout.isTranscript(file))
            .findFirst()
            .ifPresent(layout -> take(file, attributes, layout));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      skip(file, problem);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) {
      if (problem != null) {
        skip(folder, problem);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  /** The folders of Cursor that a database lies in. */
  private static Optional<CursorFolders> cursorFolders(Path file) {
    var name = TranscriptLayout.folder(file, 0);
    var folder = Optional.<Path>empty();
    if (name.equals("state.vscdb") && TranscriptLayout.folder(file, 1).equals("globalStorage")) {
      folder = TranscriptLayout.above(file, 2);
    } else if (name.equals("store.db") && TranscriptLayout.folder(file, 3).equals("chats")) {
      folder = TranscriptLayout.above(file, 4);
    }
    return folder.map(path -> new CursorFolders(path, path));
  }

  private void lookAtFile(Path file, List<TranscriptLayout> layouts) {
    var databases = cursorFolders(file.toAbsolutePath().normalize());
    if (databases.isPresent()) {
      cursor.add(databases.get());
      return;
    }
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      var named = layouts.stream().filter(layout -> layout.isTranscript(file)).findFirst();
      var layout = named.isPresent() ? named : byContent(file, layouts);
      layout.ifPresentOrElse(
          found -> take(file, attributes, found),
          () -> skipped.add(new Skipped(file, "it is no transcript of a known agent")));
    } catch (IOException e) {
      skip(file, e);
    }
  }

  private static Optional<TranscriptLayout> byContent(Path file, List<TranscriptLayout> layouts)
      throws IOException {
    var head = FileHead.of(file);
    // The pickier ones first: Gemini's records look like Claude's to who looks at their ids alone.
    return layouts.reversed().stream().filter(layout -> layout.isTranscript(head)).findFirst();
  }

  private void take(Path file, BasicFileAttributes attributes, TranscriptLayout layout) {
    var same = attributes.fileKey() == null ? file : attributes.fileKey();
    if (!files.add(same)) {
      return;
    }
    try {
      var stamp = Stamp.of(attributes);
      var before = index.unchanged(file, stamp);
      var owner = before.isPresent() ? Optional.of(before.get().owner()) : layout.owner(file);
      owner.ifPresent(of -> add(layout.agent(), of, file, stamp));
    } catch (IOException e) {
      skip(file, e);
    }
  }

  private void add(Agent agent, TranscriptOwner owner, Path file, Stamp stamp) {
    var key = new ConversationKey(agent, owner.conversation());
    conversations
        .computeIfAbsent(key.toString(), _ -> new Found(key, new ArrayList<>(1)))
        .files
        .add(new TranscriptFile(file, stamp, owner));
  }

  private void skip(Path path, IOException problem) {
    skipped.add(new Skipped(path, IoProblem.reason(problem)));
  }
}
