package dev.mantra.recorder.workspace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * What of a folder is not captured: what git ignores there (gitignore(5), with all its files), what
 * a {@code .mantraignore} says in the same language and with more weight, and what every package
 * manager and build tool makes anew.
 */
final class IgnoreRules {

  static final String GIT_IGNORE = ".gitignore";
  static final String MANTRA_IGNORE = ".mantraignore";

  /** No file of rules is longer than a person can have meant. */
  private static final int LONGEST = 1 << 20;

  private final @Nullable IgnoreRules above;
  private final String prefix;
  private final List<IgnoreNode> nodes;

  private IgnoreRules(@Nullable IgnoreRules above, String prefix, List<IgnoreNode> nodes) {
    this.above = above;
    this.prefix = prefix;
    this.nodes = nodes;
  }

  /**
   * The rules that hold for a whole workspace beside the files of rules in it.
   *
   * @param files where they stand, the weightiest first
   */
  static IgnoreRules of(List<Path> files) {
    var nodes = new ArrayList<IgnoreNode>();
    for (var file : files) {
      read(file).ifPresent(nodes::add);
    }
    return new IgnoreRules(null, "", nodes);
  }

  /**
   * The rules for what is in a folder below.
   *
   * @param path the folder's path in the workspace, ending with a slash unless it is empty
   */
  IgnoreRules in(Path folder, String path) {
    var own = new ArrayList<IgnoreNode>();
    read(folder.resolve(MANTRA_IGNORE)).ifPresent(own::add);
    read(folder.resolve(GIT_IGNORE)).ifPresent(own::add);
    return own.isEmpty() ? this : new IgnoreRules(this, path, own);
  }

  /** Whether a file of this name has rules. */
  static boolean isRules(String name) {
    return name.equals(GIT_IGNORE) || name.equals(MANTRA_IGNORE);
  }

  /**
   * Whether an entry is ignored. The folders above it are not.
   *
   * @param folder the folder that it is in
   * @param path its path in the workspace
   */
  boolean ignores(Path folder, String path, Stamp.Type type) {
    boolean isFolder = type == Stamp.Type.FOLDER;
    for (var rules = this; rules != null; rules = rules.above) {
      var relative = path.substring(rules.prefix.length());
      for (var node : rules.nodes) {
        var answer = node.checkIgnored(relative, isFolder);
        if (answer != null) {
          return answer;
        }
      }
    }
    return isFolder && BuildFolders.isOne(folder, path.substring(path.lastIndexOf('/') + 1));
  }

  private static Optional<IgnoreNode> read(Path file) {
    // Asked first: most folders have none, and an exception for each would take long.
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      var node = new IgnoreNode();
      node.parse(file.toString(), new ByteArrayInputStream(in.readNBytes(LONGEST)));
      return Optional.of(node);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
