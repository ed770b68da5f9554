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
    // Of the session that was just recorded; a lone word "then" parts the commands, "piped" stands
    // before one that runs as at pipes. What nobody finds anything with ends the training.
    program.onTerminal(
        training(
            lib,
            "tools",
            jars.classPath(lib.toString()),
            JvmOptions.TOOLS_MEMORY,
            "ls",
            "then",
            "screen",
            "last",
            "-f",
            "svg",
            "then",
            "search",
            "line",
            "then",
            "grep",
            "line",
            "then",
            "piped",
            "search",
            "line \"a line\" lin* OR nothing",
            "then",
            "piped",
            "grep",
            "a line"),
        "",
        scratch);
    for (var cache : List.of("rec.aot", "tools.aot")) {
      if (!Files.exists(lib.resolve(cache))) {
        throw new IOException("training has not written " + lib.resolve(cache));
      }
    }
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
