package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a session as asciicast, one line an event, as the events come.
 *
 * <p>Recorded bytes become UTF-8: a character that is split over two events goes to the later one,
 * and what is no UTF-8 becomes U+FFFD. Times are exact to the nanosecond, so that reading the file
 * gives the same events again.
 *
 * <p>Asciicast knows output, input, resizes, markers and (v3) the exit status. Hidden input is left
 * out without a trace. A gap and a pause become markers that say so, as players show and jump to
 * markers. Lines an importer kept because it did not know their code are written as they were.
 */
public final class AsciicastWriter implements Flushable {

  private final OutputStream out;
  private final AsciicastVersion version;
  private final JsonText line = new JsonText();
  private final Utf8Text output = new Utf8Text();
  private final Utf8Text input = new Utf8Text();
  private long last;

  private AsciicastWriter(OutputStream out, AsciicastVersion version) {
    this.out = out;
    this.version = version;
  }

  /** Writes the header; the events may follow. The stream stays the caller's to close. */
  public static AsciicastWriter start(
      OutputStream out, AsciicastVersion version, SessionHeader header) throws IOException {
    var writer = new AsciicastWriter(out, version);
    new AsciicastHeaderWriter(version, header).writeTo(writer.line);
    writer.endLine();
    return writer;
  }

  public void write(Event event) throws IOException {
    switch (event) {
      case Event.Output e -> data(e.at(), "o", output, e.bytes());
      case Event.Input e -> data(e.at(), "i", input, e.bytes());
      case Event.Resize e -> text(e.at(), "r", e.size().toString());
      case Event.Marker e -> text(e.at(), "m", e.label());
      case Event.Gap e ->
          text(e.at(), "m", "not recorded: " + e.bytes() + " bytes (" + e.reason() + ")");
      case Event.Paused e -> text(e.at(), "m", "recording paused");
      case Event.Resumed e -> text(e.at(), "m", "recording resumed");
      case Event.End e -> end(e);
      case Event.Unknown e -> unknown(e);
      case Event.HiddenInput _,
          Event.Message _,
          Event.Snapshot _,
          Event.FileChange _,
          Event.NotCaptured _ -> {}
    }
  }

  /** Writes what is held back because a character was not complete. Nothing may follow. */
  public void finish() throws IOException {
    finish("o", output);
    finish("i", input);
    out.flush();
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  private void data(long at, String code, Utf8Text stream, Bytes bytes) throws IOException {
    open(at, code);
    stream.append(bytes, line);
    close();
  }

  private void text(long at, String code, String text) throws IOException {
    startEvent(at);
    line.ascii("\"").ascii(code).ascii("\", ").string(text).ascii("]");
    endLine();
  }

  private void end(Event.End event) throws IOException {
    finish("o", output);
    finish("i", input);
    if (version == AsciicastVersion.V3 && event.status().isPresent()) {
      text(event.at(), "x", Integer.toString(event.status().getAsInt()));
    }
  }

  private void finish(String code, Utf8Text stream) throws IOException {
    if (stream.isIncomplete()) {
      open(last, code);
      stream.finish(line);
      close();
    }
  }

  private void unknown(Event.Unknown event) throws IOException {
    if (event.code() == ForeignEvent.CODE) {
      var rest = ForeignEvent.afterTime(event.body());
      if (rest.isPresent()) {
        startEvent(event.at());
        var bytes = rest.get().toArray();
        line.plain(bytes, 0, bytes.length);
        endLine();
      }
    }
  }

  private void open(long at, String code) {
    startEvent(at);
    line.ascii("\"").ascii(code).ascii("\", \"");
  }

  private void close() throws IOException {
    line.ascii("\"]");
    endLine();
  }

  private void startEvent(long at) {
    // the difference of exact times, so that no rounding adds up
    long time = version == AsciicastVersion.V3 ? Math.max(0, at - last) : at;
    last = Math.max(last, at);
    line.ascii("[").ascii(Seconds.format(time, version.decimals())).ascii(", ");
  }

  private void endLine() throws IOException {
    line.ascii("\n");
    line.drainTo(out);
  }
}
