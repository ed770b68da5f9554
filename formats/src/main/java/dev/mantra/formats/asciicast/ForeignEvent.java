package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;

/**
 * How something in a foreign recording that has no kind of event here is kept.
 *
 * <p>The body is the JSON array of an asciicast line, {@code [time, "code", data …]}; only its time
 * is replaced when it is written again.
 */
public final class ForeignEvent {

  /** The code of such an {@link Event.Unknown}; no kind of event will ever get it. */
  public static final int CODE = 240;

  private ForeignEvent() {}

  static Event.Unknown keep(long at, Bytes line) {
    return new Event.Unknown(at, CODE, line);
  }

  /**
   * Keeps what another format knows and asciicast has no code for, under that format's own code.
   */
  static Event.Unknown keep(long at, String code, String data) {
    var line = new JsonText();
    line.ascii("[0, ").string(code).ascii(", ").string(data).ascii("]");
    return keep(at, line.toBytes());
  }
}
