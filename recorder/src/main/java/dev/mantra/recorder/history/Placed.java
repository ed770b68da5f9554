package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry;
import java.time.Instant;

/** An entry and the moment it belongs to, which its transcript may not tell. */
record Placed(Instant moment, Entry entry) {}
