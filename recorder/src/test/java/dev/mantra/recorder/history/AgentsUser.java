package dev.mantra.recorder.history;

import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.CursorFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody with a home in which agents keep their folders, and with a store to import them to. */
record AgentsUser(Path folder, Path state, Store store) {

  private Map<String, String> environment() {
    return Map.of("HOME", folder.toString());
  }

  /** Imports what agents have kept in the home, and says what has become of it. */
  List<Outcome> importAll() throws IOException {
    var outcomes = new ArrayList<Outcome>();
    run(home(), outcomes);
    return outcomes;
  }

  /** The same, and says what was odd. */
  HistoryReport report() throws IOException {
    return run(home(), new ArrayList<>());
  }

  /** Imports what lies below a folder. */
  void importFrom(Path source) throws IOException {
    run(ToyHome.named(source), new ArrayList<>());
  }

  private HistoryRequest home() {
    var homes = new EnumMap<Agent, Path>(Agent.class);
    for (var agent : Agent.values()) {
      agent.home(environment()).ifPresent(home -> homes.put(agent, home));
    }
    var databases = CursorFolders.of(environment(), "Linux");
    var all = EnumSet.allOf(Agent.class);
    return new HistoryRequest(homes, databases, List.of(), all, Optional.empty());
  }

  private HistoryReport run(HistoryRequest request, List<Outcome> outcomes) throws IOException {
    return new Histories(store, state, "mantra test", InstantSource.system(), WholeDisk.NONE)
        .run(request, ToyHome.listener(outcomes));
  }

  /** A line for each session, in the order of the conversations' ids. */
  List<String> rows(String home) throws IOException {
    var rows = new ArrayList<String>();
    for (Session session : store.sessions()) {
      rows.add(ImportedRow.of(home, session));
    }
    return rows.stream().sorted().toList();
  }
}
