package dev.mantra.nativeconfig;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite itself, put beside its jar. Left in the jar it would be written into the temporary folder
 * each time a database is read; and the jar brings it for twenty machines, of which this is one.
 */
final class SqliteLibrary {

  private static final String ALL = "org/sqlite/native/";

  private SqliteLibrary() {}

  /** Puts the library for this machine beside the jar, and takes all of them out of the jar. */
  static void unpack(Path jar) throws IOException {
    var name = LibraryLoaderUtil.getNativeLibName();
    var ours = LibraryLoaderUtil.getNativeLibResourcePath().substring(1) + "/" + name;
    var slim = jar.resolveSibling("sqlite.slim");
    try (var file = new JarFile(jar.toFile());
        var out = new JarOutputStream(Files.newOutputStream(slim))) {
      try (InputStream in = file.getInputStream(file.getJarEntry(ours))) {
        Files.write(jar.resolveSibling(name), in.readAllBytes());
      }
      for (var entry : (Iterable<JarEntry>) file.stream()::iterator) {
        if (!entry.getName().startsWith(ALL)) {
          copy(file, entry, out);
        }
      }
    }
    Files.delete(jar);
    Files.move(slim, jar);
  }

  private static void copy(JarFile file, JarEntry entry, JarOutputStream out) throws IOException {
    var copied = new JarEntry(entry.getName());
    copied.setTimeLocal(entry.getTimeLocal());
    out.putNextEntry(copied);
    try (InputStream in = file.getInputStream(entry)) {
      in.transferTo(out);
    }
  }
}
