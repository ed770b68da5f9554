package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts the installation together: {@code Assemble FOLDER OPTIONS-FILE LAUNCHER-TEMPLATE}.
 *
 * <p>The folder already holds {@code lib/} with all jars. What is made here:
 *
 * <pre>
 *   bin/mantra      the launcher, a shell script
 *   lib/mantra.jar  all that the recorder needs, in one jar; the others stay as they are
 *   lib/*.so        SQLite for this machine
 *   runtime/        Java, cut down to what is used
 *   lib/*.aot       start-up caches, one for rec and one for everything else
 *   share/          shell completions and manual pages
 * </pre>
 */
final class Assemble {

  private Assemble() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var home = Path.of(arguments[0]);
    var options = JvmOptions.read(Path.of(arguments[1]));
    var jars = Jars.merge(home.resolve("lib"));
    PicocliUpgrade.apply(jars.picocli());
    SqliteLibrary.unpack(jars.sqlite());
    Runtime25.link(home.resolve("runtime"));
    new Launcher(options, jars).write(Path.of(arguments[2]), home.resolve("bin"));
    var program = new Program(home);
    new Manuals(program).write(home.resolve("share"));
    new StartupCaches(program, options, jars).write(home.resolve("lib"));
  }
}
