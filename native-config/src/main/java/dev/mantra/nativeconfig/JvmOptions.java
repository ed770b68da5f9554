package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The one list of JVM options, without its comments. */
final class JvmOptions {

  /** Recording only passes bytes on. */
  static final String REC_MEMORY = "-Xmx40m";

  /** Reading sessions may hold one large event. */
  static final String TOOLS_MEMORY = "-Xmx1g";

  /** What the list has as well: most commands are done before better code would be made. */
  static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  /** What comes later outdoes the list; the caches do not mind. */
  static final String FULL_COMPILER = "-XX:TieredStopAtLevel=4";

  private JvmOptions() {}

  static List<String> read(Path file) throws IOException {
    var options = new ArrayList<String>();
    for (var line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        options.add(line.strip());
      }
    }
    return options;
  }
}
