package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Recordings that tests write, and what is read from them. */
record Fixture(ForeignRecording recording, List<Event> events, List<Problem> problems) {

  static final SessionId ID = SessionId.of(Instant.parse("2026-11-21T02:48:36Z"), "test", 1);

  static Path write(Path folder, String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
  }

  static Path write(Path folder, String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  static Fixture read(Path file) throws IOException {
    return read(ForeignRecording.open(file));
  }

  static Fixture read(ForeignRecording recording) throws IOException {
    var events = new ArrayList<Event>();
    try (var reader = recording.events()) {
      reader.forEachRemaining(events::add);
      return new Fixture(recording, events, reader.problems());
    }
  }

  SessionHeader header() throws IOException {
    return recording.header().toSession(ID, Instant.EPOCH, "mantra 0", recording.origin());
  }

  Event.End end() {
    return (Event.End) events.getLast();
  }

  List<Event> withoutEnd() {
    return events.subList(0, events.size() - 1);
  }

  static String write(AsciicastVersion version, SessionHeader header, List<Event> events)
      throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = AsciicastWriter.start(out, version, header);
    for (var event : events) {
      writer.write(event);
    }
    writer.finish();
    return out.toString(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }
}
