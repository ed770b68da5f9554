package dev.mantra.cli;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.CursorFolders;
import dev.mantra.recorder.history.Histories;
import dev.mantra.recorder.history.HistoryRequest;
import dev.mantra.recorder.pty.FileSystemOf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Imports conversations that agents have kept. */
final class HistoryImport {

  private final Call call;
  private final ImportMode mode;
  private final Set<Agent> agents;
  private final Optional<Instant> since;

  /**
   * @param agents whose conversations are wanted
   */
  HistoryImport(Call call, ImportMode mode, Set<Agent> agents, Optional<Instant> since) {
    this.call = call;
    this.mode = mode;
    this.agents = agents;
    this.since = since;
  }

  /** Imports what is found where agents keep their files. */
  HistoryLines ofHomes() throws IOException {
    var homes = new EnumMap<Agent, Path>(Agent.class);
    for (var agent : agents) {
      agent
          .home(call.around().environment())
          .ifPresent(home -> homes.put(agent, call.path(home.toString())));
    }
    var system = System.getProperty("os.name", "");
    var databases = CursorFolders.of(call.around().environment(), system);
    return run(homes, databases.filter(_ -> agents.contains(Agent.CURSOR)), List.of());
  }

  /** Imports what is found in files and folders. */
  HistoryLines of(List<Path> named) throws IOException {
    return run(Map.of(), Optional.empty(), named);
  }

  private HistoryLines run(
      Map<Agent, Path> homes, Optional<CursorFolders> databases, List<Path> named)
      throws IOException {
    var store = call.store();
    var state = call.settings().state().orElse(store.folder());
    var histories =
        new Histories(
            store, state, Version.RECORDED_BY, call.around().clock(), FileSystemOf::force);
    var request = new HistoryRequest(homes, databases, named, agents, since);
    var console = call.console();
    try (var progress = new ImportProgress(console)) {
      var lines = new HistoryLines(console, progress, mode);
      var report =
          switch (mode) {
            case IMPORT -> histories.run(request, lines);
            case DRY_RUN -> histories.preview(request, lines);
          };
      lines.finish(report);
      return lines;
    }
  }
}
