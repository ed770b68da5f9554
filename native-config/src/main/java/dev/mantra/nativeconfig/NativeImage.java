package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles the program with GraalVM where there is one: {@code NativeImage PROGRAM-FOLDER
 * OPTIONS-FILE METADATA-FOLDER OUTPUT}.
 *
 * <p>An experiment beside the program that is shipped; without GraalVM it says so and is content.
 */
final class NativeImage {

  private static final String TOOL = "native-image";

  private NativeImage() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var tool = find(System.getenv());
    if (tool.isEmpty()) {
      System.out.println(
          "native: skipped, because there is no native-image in GRAALVM_HOME/bin or on the PATH");
      return;
    }
    var lib = Path.of(arguments[0]).resolve("lib");
    var options = JvmOptions.read(Path.of(arguments[1]));
    var command = command(tool.get(), options, lib, Path.of(arguments[2]), Path.of(arguments[3]));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException(tool.get() + " ended with status " + status);
    }
  }

  /** The tool in GRAALVM_HOME, else the first on the PATH. */
  static Optional<Path> find(Map<String, String> environment) {
    var graalvm = environment.getOrDefault("GRAALVM_HOME", "");
    return Stream.concat(
            graalvm.isEmpty() ? Stream.empty() : Stream.of(Path.of(graalvm, "bin")),
            Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of))
        .map(folder -> folder.resolve(TOOL))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static List<String> command(Path tool, List<String> options, Path lib, Path metadata, Path output)
      throws IOException {
    var jars = Jars.of(lib);
    var command = new ArrayList<>(List.of(tool.toString(), "--no-fallback"));
    // What else is in the list is for a JVM: collectors, compilers, caches, system properties.
    options.stream()
        .filter(
            option ->
                option.startsWith("--add-exports=")
                    || option.startsWith("--add-opens=")
                    || option.startsWith("--enable-native-access="))
        .forEach(command::add);
    command.add("-cp");
    command.add(metadata + ":" + jars.classPath(lib.toString()));
    command.add("-o");
    command.add(output.toString());
    command.add("dev.mantra.cli.Main");
    return command;
  }
}
