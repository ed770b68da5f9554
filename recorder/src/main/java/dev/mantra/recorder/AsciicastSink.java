package dev.mantra.recorder;

import dev.mantra.formats.asciicast.AsciicastVersion;
import dev.mantra.formats.asciicast.AsciicastWriter;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes an asciicast beside the journal, as things happen. */
public final class AsciicastSink implements Sink {

  /** Opens the file, which is done late: the recorded program does not wait for it. */
  public interface Opening {
    OutputStream open() throws IOException;
  }

  private final Opening opening;
  private final Supplier<SessionHeader> header;
  private @Nullable OutputStream out;
  private @Nullable AsciicastWriter cast;

  public AsciicastSink(Opening opening, Supplier<SessionHeader> header) {
    this.opening = opening;
    this.header = header;
  }

  @Override
  public void open() throws IOException {
    var stream = new BufferedOutputStream(opening.open());
    out = stream;
    cast = AsciicastWriter.start(stream, AsciicastVersion.V3, header.get());
  }

  @Override
  public void write(Event event) throws IOException {
    if (cast != null) {
      cast.write(event);
    }
  }

  /** Nothing: what this file may lose in a power cut, the journal has. */
  @Override
  public void force() {}

  @Override
  public void close() throws IOException {
    try (var _ = out) {
      if (cast != null) {
        cast.finish();
      }
    }
  }

  /** The file stays as it is: it was named by the user. */
  @Override
  public void discard() throws IOException {
    close();
  }
}
