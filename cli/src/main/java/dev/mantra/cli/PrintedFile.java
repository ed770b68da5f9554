package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.workspace.Body;
import dev.mantra.formats.workspace.BodyReader;
import dev.mantra.formats.workspace.MissingBodyException;
import dev.mantra.formats.workspace.TextPatch;
import dev.mantra.formats.workspace.WorkspaceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One file of a workspace at standard output: its bytes, or for a person its lines. */
final class PrintedFile {

  private static final String TAB = "    ";

  private final Console console;
  private final OpenWorkspace open;

  PrintedFile(Console console, OpenWorkspace open) {
    this.console = console;
    this.open = open;
  }

  void print(WorkspaceTree tree, String name) throws IOException {
    var entry =
        tree.at(open.path(name)).orElseThrow(() -> failure(name, "there was no such file then"));
    try {
      switch (entry.state()) {
        case FileState.Folder _ -> throw failure(name, "it was a folder");
        case FileState.Link link ->
            throw failure(name, "it was a link to " + link.target().toUtf8());
        case FileState.Regular _ -> print(entry.body(), name);
      }
    } catch (MissingBodyException e) {
      throw failure(name, String.valueOf(e.getMessage()));
    }
  }

  private void print(Body body, String name) throws IOException {
    if (!console.isTerminal(Stream.OUT)) {
      console.data().write(open.bodies().read(body, BodyReader.LONGEST));
      return;
    }
    var bytes = open.bodies().read(body, TextPatch.LONGEST);
    if (!TextPatch.isText(bytes)) {
      throw failure(name, "it is no text; send it to a file or a pipe");
    }
    for (var line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      console.write(SafeText.of(line.replace("\t", TAB)));
    }
  }

  private static CommandFailure failure(String name, String why) {
    return new CommandFailure(ExitCode.NOTHING, "cannot print " + name + ": " + why);
  }
}
