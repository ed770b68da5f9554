package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the caches that let the JVM start with its classes loaded and linked (JEP 483, JEP 514).
 *
 * <p>Training is doing the real thing once. The options must be those of the launcher to the
 * letter.
 */
record StartupCaches(Program program, List<String> options, Jars jars) {

  /**
   * What is asked most often, in its plain spellings, which picocli has no part in. A lone word
   * "then" parts the commands, "piped" stands before one that runs as at pipes. What nobody finds
   * anything with ends the training.
   */
  private static final List<String> FIND =
      words("version then ls then grep line then piped ls then piped grep line last");

  private static final List<String> SEARCH =
      words("search line then piped search a-line then piped search line lin* OR nothing");

  private static final List<String> REST = words("info last then screen last -f svg");

  void write(Path lib) throws IOException, InterruptedException {
    var scratch = program.home().resolveSibling("scratch");
    TrainingProject.make(scratch);
    program.onTerminal(
        training(
            lib,
            "rec",
            jars.recClassPath(lib.toString()),
            JvmOptions.REC_MEMORY,
            "rec",
            "--",
            "sh",
            "-c",
            TrainingProject.WORK),
        "a line\r",
        scratch);
    // Of the session that was just recorded.
    tools(lib, "find", scratch, FIND);
    tools(lib, "search", scratch, SEARCH);
    tools(lib, "tools", scratch, REST);
    for (var cache : List.of("rec.aot", "find.aot", "search.aot", "tools.aot")) {
      if (!Files.exists(lib.resolve(cache))) {
        throw new IOException("training has not written " + lib.resolve(cache));
      }
    }
  }

  private void tools(Path lib, String cache, Path scratch, List<String> commands)
      throws IOException, InterruptedException {
    var classPath = jars.classPath(lib.toString());
    program.onTerminal(
        training(lib, cache, classPath, JvmOptions.TOOLS_MEMORY, commands.toArray(String[]::new)),
        "",
        scratch);
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }

  private List<String> training(
      Path lib, String cache, String classPath, List<String> memory, String... arguments) {
    var command = new ArrayList<String>();
    command.add(program.java().toString());
    command.add("-XX:AOTCacheOutput=" + lib.resolve(cache + ".aot"));
    command.add("-Dmantra.home=" + program.home());
    command.add("-Dmantra.training=true");
    command.addAll(memory);
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    command.add("dev.mantra.cli.Main");
    command.addAll(List.of(arguments));
    return command;
  }
}
