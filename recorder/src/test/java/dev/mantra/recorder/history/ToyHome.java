package dev.mantra.recorder.history;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import dev.mantra.formats.transcript.Agent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agent's home whose transcripts are those of {@link ToyParser}, and the store they go to. */
final class ToyHome {

  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final Path temp;
  private Path home;

  ToyHome(Path temp, Path home) {
    this.temp = temp;
    this.home = home;
  }

  static ToyHome in(Path temp) throws IOException {
    var home = new ToyHome(temp, temp.resolve("home/.claude"));
    Files.createDirectories(home.project());
    return home;
  }

  Store store() {
    return new Store(temp.resolve("sessions"));
  }

  Path state() {
    return temp.resolve("state");
  }

  Path project() {
    return home.resolve("projects/-home-ada-shop");
  }

  void moveTo(String name) throws IOException {
    var there = home.resolveSibling(name);
    Files.move(home, there);
    home = there;
  }

  Path file(String conversation) {
    return project().resolve(conversation + ".jsonl");
  }

  Path write(String conversation, String... lines) throws IOException {
    return Files.writeString(file(conversation), String.join("\n", lines) + "\n");
  }

  static void append(Path file, String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
  }

  static String began(String time) {
    return "{\"type\":\"began\",\"sessionId\":\"x\",\"cwd\":\"/home/ada/shop\",\"timestamp\":\"%s\"}"
        .formatted(at(time));
  }

  static String user(String id, String time, String text) {
    return line("user", id, time, text);
  }

  static String reply(String id, String time, String text) {
    return line("assistant", id, time, text);
  }

  static String line(String type, String id, String time, String text) {
    return "{\"type\":\"%s\",\"uuid\":\"%s\",\"timestamp\":\"%s\",\"text\":\"%s\"}"
        .formatted(type, id, at(time), text);
  }

  static Instant at(String time) {
    return Instant.parse("2026-11-21T" + time + "Z");
  }

  Histories histories() {
    return histories(WholeDisk.NONE);
  }

  Histories histories(WholeDisk disk) {
    return new Histories(
        store(), state(), "mantra test", InstantSource.fixed(NOW), disk, _ -> ToyParser::new);
  }

  HistoryRequest all() {
    return since(Optional.empty());
  }

  HistoryRequest since(Optional<Instant> time) {
    return new HistoryRequest(
        Map.of(Agent.CLAUDE, home), Optional.empty(), List.of(), EnumSet.allOf(Agent.class), time);
  }

  static HistoryRequest named(Path path) {
    return new HistoryRequest(
        Map.of(), Optional.empty(), List.of(path), EnumSet.allOf(Agent.class), Optional.empty());
  }

  List<Outcome> importAll() throws IOException {
    return outcomes(all());
  }

  List<Outcome> outcomes(HistoryRequest request) throws IOException {
    var outcomes = new ArrayList<Outcome>();
    histories().run(request, listener(outcomes));
    return outcomes;
  }

  static Histories.Listener listener(List<Outcome> outcomes) {
    return new Histories.Listener() {
      @Override
      public void found(int conversations, long bytes) {}

      @Override
      public void read(long bytes) {}

      @Override
      public void done(Outcome.Source source, Outcome outcome) {
        outcomes.add(outcome);
      }
    };
  }

  static List<Event.Message> messages(Session session) throws IOException {
    var messages = new ArrayList<Event.Message>();
    try (var journal = session.read()) {
      for (var next = journal.next(); next.isPresent(); next = journal.next()) {
        if (next.get() instanceof Event.Message message) {
          messages.add(message);
        }
      }
      if (!journal.damage().isEmpty()) {
        throw new IOException(journal.damage().toString());
      }
    }
    return messages;
  }

  static List<String> texts(Session session) throws IOException {
    return messages(session).stream().map(message -> message.entry().text()).toList();
  }
}
