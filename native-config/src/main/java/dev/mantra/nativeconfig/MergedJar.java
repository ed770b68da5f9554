package dev.mantra.nativeconfig;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Several jars made into one, which takes their place. Each jar on the class path costs the start
 * half a millisecond: it is looked at, opened, and its manifest is read.
 *
 * <p>Licences and notices stay, below {@code META-INF} in a folder by the name of the jar they came
 * with; manifests, module descriptors and build records go.
 */
final class MergedJar {

  private static final String META = "META-INF/";
  private static final String SERVICES = META + "services/";

  /** Any fixed time: the same jars make the same jar. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private MergedJar() {}

  /**
   * Writes {@code merged} and deletes the jars that it is made of.
   *
   * @throws IOException also when two of them have a file of the same name
   */
  static void write(Path merged, List<Path> jars) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(merged))) {
      for (var jar : jars) {
        copy(jar, out);
      }
    }
    for (var jar : jars) {
      Files.delete(jar);
    }
  }

  private static void copy(Path jar, JarOutputStream out) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      for (var entry : (Iterable<JarEntry>) file.stream()::iterator) {
        var name = nameIn(jar, entry);
        if (!name.isEmpty()) {
          var copied = new JarEntry(name);
          copied.setTimeLocal(TIME);
          out.putNextEntry(copied);
          try (InputStream in = file.getInputStream(entry)) {
            in.transferTo(out);
          }
        }
      }
    }
  }

  /** Compressing is done in Java alone: a library would have to be unpacked at run time. */
  private static boolean isNative(String name) {
    return name.endsWith(".so") || name.endsWith(".dylib") || name.endsWith(".dll");
  }

  /** What an entry is called in the merged jar; empty for what is left out. */
  private static String nameIn(Path jar, JarEntry entry) {
    var name = entry.getName();
    if (entry.isDirectory() || name.equals("module-info.class") || isNative(name)) {
      return "";
    }
    if (!name.startsWith(META) || name.startsWith(SERVICES)) {
      return name;
    }
    var rest = name.substring(META.length());
    boolean isLegal = rest.matches("(?i)(license|licence|notice|copying)[^/]*");
    return isLegal ? META + jar.getFileName() + "/" + rest : "";
  }
}
