package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.workspace.ContentHash;
import dev.mantra.formats.workspace.PathBytes;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/** An independent copy of a tree, read while nobody writes. */
final class Copied {

  private Copied() {}

  /** By path: what sort of thing, its permission bits, and the hash of its content. */
  static Map<String, String> of(Path root) throws IOException {
    var told = new TreeMap<String, String>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.endsWith(".git")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (!folder.equals(root)) {
              told.put(name(folder), folder(mode(folder)));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isSymbolicLink()) {
              told.put(name(file), link(PathBytes.of(Files.readSymbolicLink(file))));
            } else if (attributes.isRegularFile()) {
              told.put(name(file), file(mode(file), Files.readAllBytes(file)));
            }
            return FileVisitResult.CONTINUE;
          }

          private String name(Path path) {
            return Rebuilt.text(PathBytes.of(root.relativize(path)));
          }
        });
    return told;
  }

  static String file(int mode, byte[] body) {
    return "file " + Integer.toOctalString(mode) + " " + ContentHash.of(body) + " " + body.length;
  }

  static String link(Bytes target) {
    return "link " + Rebuilt.text(target);
  }

  static String folder(int mode) {
    return "folder " + Integer.toOctalString(mode);
  }

  private static int mode(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:mode") & 07777;
  }
}
