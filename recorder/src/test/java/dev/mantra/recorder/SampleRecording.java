package dev.mantra.recorder;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Damage;
import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What the tests of this package record, and how they read it back. */
final class SampleRecording {

  static final Instant START = Instant.parse("2026-11-21T02:48:36Z");

  private SampleRecording() {}

  /** What is in a session's journal. */
  record Reading(List<Event> events, List<Damage> damage) {

    long terminalBytes() {
      return events.stream().mapToLong(Event::terminalBytes).sum();
    }

    long missingBytes() {
      return gaps().stream().mapToLong(Event.Gap::bytes).sum();
    }

    List<Event.Gap> gaps() {
      return events.stream()
          .filter(Event.Gap.class::isInstance)
          .map(Event.Gap.class::cast)
          .toList();
    }
  }

  static SessionHeader header(long random) {
    return SessionHeader.builder(SessionId.of(START, "bash", random), START, "mantra test").build();
  }

  /** An output whose bytes follow from its time, so that each can be told from all others. */
  static Event.Output output(long at, int length) {
    var bytes = new byte[length];
    new Random(at).nextBytes(bytes);
    return new Event.Output(at, Bytes.wrap(bytes));
  }

  static Reading read(Session session) throws IOException {
    try (var reader = session.read()) {
      var events = new ArrayList<Event>();
      for (var event = reader.next(); event.isPresent(); event = reader.next()) {
        events.add(event.get());
      }
      return new Reading(events, reader.damage());
    }
  }

  /** A JVM like this one, to run a program that may be killed. */
  static ProcessBuilder java(Class<?> program, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
