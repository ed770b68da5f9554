package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.CursorFolders;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be imported.
 *
 * @param homes where agents keep everything
 * @param databases where Cursor keeps its databases
 * @param named files and folders that were asked for by name: what was imported of them and deleted
 *     is imported again
 * @param agents whose conversations are wanted
 * @param since only conversations that went on at this time or later
 */
public record HistoryRequest(
    Map<Agent, Path> homes,
    Optional<CursorFolders> databases,
    List<Path> named,
    Set<Agent> agents,
    Optional<Instant> since) {

  public HistoryRequest {
    homes = Map.copyOf(homes);
    named = List.copyOf(named);
    agents = Set.copyOf(agents);
  }
}
