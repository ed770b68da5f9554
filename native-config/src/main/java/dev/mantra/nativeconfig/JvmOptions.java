package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The one list of JVM options, without its comments. */
final class JvmOptions {

  /**
   * Passing bytes on takes little, and the first two keep it so; knowing 100,000 files of a
   * workspace takes the rest.
   */
  static final List<String> REC_MEMORY = List.of("-Xms40m", "-Xmn13m", "-Xmx160m");

  /** Reading sessions may hold one large event. */
  static final List<String> TOOLS_MEMORY = List.of("-Xmx1g");

  /** Imports may take long, so others need the memory: one record and its entry are held. */
  static final List<String> IMPORT_MEMORY = List.of("-Xmx192m");

  /**
   * Indexing leaves much behind that is soon of no use: in a small space, which the processor's own
   * memory holds, it takes least of both.
   */
  static final List<String> INDEX_MEMORY = List.of("-Xmn8m", "-Xmx1g");

  /** What the list has as well: most commands are done before better code would be made. */
  static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  /** What comes later outdoes the list; the caches do not mind. */
  static final String FULL_COMPILER = "-XX:TieredStopAtLevel=4";

  /**
   * The full compiler for what reads much once, which is mostly done before much of the code it
   * makes has paid: it puts less into each method and so makes it sooner, and none the slower.
   */
  static final List<String> BULK_COMPILER =
      List.of(FULL_COMPILER, "-XX:MaxInlineLevel=5", "-XX:InlineSmallCode=500");

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
