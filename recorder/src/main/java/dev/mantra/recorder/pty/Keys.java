package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import java.util.Optional;

/** The keys the recorder keeps for itself; none unless somebody sets them. */
public record Keys(Optional<Bytes> marker, Optional<Bytes> pause) {

  public static final Keys NONE = new Keys(Optional.empty(), Optional.empty());
}
