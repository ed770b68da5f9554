package dev.mantra.cli;

import dev.mantra.cli.NewFile.Overwrite;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.journal.Session;
import dev.mantra.replayer.render.ScreenFormat;
import dev.mantra.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a session had written by a moment and how the screen looks then, as the tests of the screens
 * take it:
 *
 * <pre>
 *   input          the bytes
 *   size           columns and rows; then a line for each later size: offset, columns, rows
 *   screen.*       the screen in each format
 * </pre>
 */
record GoldenCase(Session session, long nanos) {

  /** Writes the case into a folder, which is made when it is not there. */
  void write(Path folder, Overwrite overwrite) throws IOException {
    var input = new ByteArrayOutputStream();
    var sizes = new StringBuilder();
    var terminal = play(input, sizes);
    Files.createDirectories(folder);
    write(folder.resolve("input"), overwrite, input::writeTo);
    var lines = sizes.toString().getBytes(StandardCharsets.US_ASCII);
    write(folder.resolve("size"), overwrite, out -> out.write(lines));
    for (var format : ScreenFormat.values()) {
      write(
          folder.resolve("screen." + format.extension()),
          overwrite,
          out -> format.renderer().render(terminal, out));
    }
  }

  private Terminal play(ByteArrayOutputStream input, StringBuilder sizes) throws IOException {
    try (var reader = session.read()) {
      var header = session.summary().header();
      var size = header.size().isKnown() ? header.size() : WindowSize.STANDARD;
      var terminal = new Terminal(size.columns(), size.rows());
      sizes.append(size.columns()).append(' ').append(size.rows()).append('\n');
      var events = reader.events();
      while (events.hasNext()) {
        var event = events.next();
        if (event.at() > nanos) {
          break;
        }
        switch (event) {
          case Event.Output output -> {
            output.bytes().writeTo(input);
            terminal.feed(output.bytes().toArray());
          }
          case Event.Resize resize -> {
            var to = resize.size();
            terminal.resize(to.columns(), to.rows());
            sizes.append(input.size()).append(' ').append(to.columns());
            sizes.append(' ').append(to.rows()).append('\n');
          }
          case Event.Input _,
              Event.HiddenInput _,
              Event.Message _,
              Event.Snapshot _,
              Event.FileChange _,
              Event.NotCaptured _,
              Event.Marker _,
              Event.Paused _,
              Event.Resumed _,
              Event.Gap _,
              Event.End _,
              Event.Unknown _ -> {}
        }
      }
      return terminal;
    }
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static void write(Path file, Overwrite overwrite, Content content) throws IOException {
    try (var made = NewFile.create(file, overwrite)) {
      content.writeTo(made.out());
      made.commit();
    }
  }
}
