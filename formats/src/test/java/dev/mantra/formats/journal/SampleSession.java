package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A session with a bit of everything, written into a journal, and what must be read of it. */
record SampleSession(Path folder, SessionHeader header, List<Event> events) {

  static final SessionHeader FALLBACK =
      SessionHeader.builder(
              new SessionId("20261121T000000Z-unknown-zzzz"), Instant.EPOCH, "nobody knows")
          .build();

  private static final Instant START = Instant.parse("2026-11-21T02:48:36.5Z");

  /** What came out of a journal. */
  record Reading(SessionHeader header, List<Event> events, List<Damage> damage) {}

  static SessionHeader header(long seed) {
    return SessionHeader.builder(SessionId.of(START, "bash", seed), START, "mantra test")
        .command(List.of(Bytes.utf8("bash"), Bytes.utf8("--norc")))
        .folder(Bytes.utf8("/home/somebody/project"))
        .environment(Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8"))
        .title(Optional.of("a sample"))
        .build();
  }

  /** Events of every kind, about {@code bytes} of them, with an orderly end. */
  static List<Event> mixture(long seed, int bytes) {
    var random = new Random(seed);
    var events = new ArrayList<Event>();
    long at = 0;
    for (int left = bytes; left > 0; ) {
      at += random.nextInt(5_000_000);
      var event = any(random, at);
      events.add(event);
      left -= JournalFormat.HEADER_LENGTH + 4 + EventCodec.encode(event).payload().length();
    }
    events.add(end(at + 1, events));
    return events;
  }

  static Event.End end(long at, List<Event> events) {
    var totals = Totals.NONE;
    for (var event : events) {
      totals = totals.plus(event);
    }
    return new Event.End(at, EndReason.EXITED, OptionalInt.of(3), totals);
  }

  static SampleSession write(Path folder, SessionHeader header, List<Event> events)
      throws IOException {
    try (var journal = JournalWriter.create(folder, header)) {
      for (var event : events) {
        journal.append(event);
      }
    }
    return new SampleSession(folder, header, List.copyOf(events));
  }

  static SampleSession write(Path folder, long seed, int bytes) throws IOException {
    return write(folder, header(seed), mixture(seed, bytes));
  }

  static Reading read(Path folder) throws IOException {
    try (var reader =
        JournalReader.open(folder, JournalReader.Mode.WHOLE, FALLBACK, SessionView.ORIGINAL)) {
      var events = new ArrayList<Event>();
      for (var event = reader.next(); event.isPresent(); event = reader.next()) {
        events.add(event.get());
      }
      // Asking on after the end looks at what stands behind it.
      reader.next();
      return new Reading(reader.header(), events, reader.damage());
    }
  }

  Path file() {
    return folder.resolve(QueueFile.NAME);
  }

  /** All frames of the undamaged journal, the header's included. */
  List<Frame> frames() throws IOException {
    var frames = new ArrayList<Frame>();
    try (var file = JournalFile.open(folder)) {
      var reader = new FrameReader(file);
      for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
        frames.add(frame.get());
      }
    }
    return frames;
  }

  static Bytes randomBytes(Random random, int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return Bytes.wrap(bytes);
  }

  /** A frame as it would stand in a journal, for a session that shows a journal. */
  static Bytes picture(Path journal, int from, int length) throws IOException {
    var bytes = Files.readAllBytes(journal.resolve(QueueFile.NAME));
    return Bytes.copyOf(bytes, from, length);
  }

  private static Event any(Random random, long at) {
    return switch (random.nextInt(12)) {
      case 0 -> new Event.Input(at, randomBytes(random, 1 + random.nextInt(8)));
      case 1 -> new Event.HiddenInput(at, random.nextInt(40));
      case 2 ->
          new Event.Resize(at, new WindowSize(random.nextInt(300), random.nextInt(99), 8, 16));
      case 3 -> new Event.Marker(at, "mark " + random.nextInt(1000));
      case 4 -> new Event.Paused(at);
      case 5 -> new Event.Resumed(at);
      case 6 -> new Event.Gap(at, at / 2, random.nextInt(100_000), "a slow disk");
      case 7 -> new Event.Unknown(at, 200, randomBytes(random, random.nextInt(60)));
      default -> new Event.Output(at, randomBytes(random, random.nextInt(700)));
    };
  }
}
