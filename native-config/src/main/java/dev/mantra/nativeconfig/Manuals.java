package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shell completions and manual pages, as the program itself writes them. */
record Manuals(Program program) {

  void write(Path share) throws IOException, InterruptedException {
    completion("bash", share.resolve("bash-completion/completions/mantra"));
    completion("zsh", share.resolve("zsh/site-functions/_mantra"));
    completion("fish", share.resolve("fish/vendor_completions.d/mantra.fish"));
    var pages = share.resolve("man/man1");
    Files.createDirectories(pages);
    run("man", pages.toString());
  }

  private void completion(String shell, Path file) throws IOException, InterruptedException {
    Files.createDirectories(file.getParent());
    Files.write(file, run("completion", shell));
  }

  private byte[] run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program.launcher().toString()));
    command.addAll(List.of(arguments));
    return program.output(command, program.home().resolveSibling("scratch"));
  }
}
