package dev.mantra.recorder.agents;

import dev.mantra.recorder.agents.Candidate.Others;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * One process of an agent, and the transcripts that are its own at the moment.
 *
 * <p>It may write several, one after the other, and another process may go on with one that it has
 * left. So a transcript is the session's only as long as there is evidence for it.
 */
final class Followed {

  /** Agents write down a little later what they have been asked to leave. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  /** When a process was started is known to a hundredth of a second. */
  private static final Duration TOLERANCE = Duration.ofMillis(100);

  private final AgentProcess process;
  private final Trail trail;
  private final Transcripts transcripts;
  private final BooleanSupplier rivals;
  private final Map<Path, Candidate> candidates = new HashMap<>();
  private final Map<Path, Link> links = new LinkedHashMap<>();
  private Others others = Others.NONE;
  private Instant before;

  /** A transcript of the process. */
  private static final class Link {
    final Instant since;
    final Set<Path> files = new TreeSet<>();
    Instant sighted;

    Link(Instant since, Instant sighted) {
      this.since = since;
      this.sighted = sighted;
    }
  }

  /**
   * @param rivals looks now whether somebody else's transcripts could be taken for its own
   */
  Followed(AgentProcess process, Trail trail, Transcripts transcripts, BooleanSupplier rivals) {
    this.process = process;
    this.trail = trail;
    this.transcripts = transcripts;
    this.rivals = rivals;
    this.before = process.started();
  }

  Set<Path> folders() {
    return trail.folders();
  }

  /** Somebody else's transcripts could be taken for its own. */
  void hasRival() {
    others = Others.SOME;
  }

  /** Looks for its transcripts. */
  void look(Instant now) {
    for (var sighting : trail.look()) {
      var link = links.get(sighting.file());
      if (link != null) {
        link.sighted = now;
      } else if (isOurs(sighting)) {
        links.put(sighting.file(), new Link(since(sighting), now));
        candidates.remove(sighting.file());
      }
    }
    leave(now.minus(GRACE));
    links.forEach(this::follow);
    before = now;
  }

  /** The process is gone, and so is what it had. */
  void end() {
    leave(Instant.MAX);
  }

  private boolean isOurs(Sighting sighting) {
    return switch (sighting.certainty()) {
      case CERTAIN -> true;
      case LIKELY -> isLikelyOurs(sighting.file());
      case DOUBTFUL -> isOurs(sighting.file(), Others.SOME);
    };
  }

  /** A neighbour may be so new that nobody has met it: before it matters it is looked for. */
  private boolean isLikelyOurs(Path file) {
    boolean isOurs = isOurs(file, others);
    if (isOurs && others == Others.NONE && rivals.getAsBoolean()) {
      hasRival();
      return isOurs(file, others);
    }
    return isOurs;
  }

  private boolean isOurs(Path file, Others whose) {
    try {
      var candidate = candidate(file);
      return candidate.isPresent() && candidate.get().isOurs(whose);
    } catch (IOException e) {
      // It cannot be read, so it cannot be followed either.
      return false;
    }
  }

  private Optional<Candidate> candidate(Path file) {
    if (!candidates.containsKey(file)) {
      trail
          .context(file)
          .map(it -> transcripts.candidate(process.agent(), file, it, process.started()))
          .ifPresent(it -> candidates.put(file, it));
    }
    return Optional.ofNullable(candidates.get(file));
  }

  /**
   * Since when a transcript is its own. One that is there from the start, since the start; one that
   * a running process turns to may have been written by others until then.
   */
  private Instant since(Sighting sighting) {
    boolean turned = sighting.certainty() == Sighting.Certainty.CERTAIN && !links.isEmpty();
    var earliest = process.started().minus(TOLERANCE);
    var turn = before.minus(GRACE);
    return turned && turn.isAfter(earliest) ? turn : earliest;
  }

  private void leave(Instant notSightedSince) {
    for (var link : List.copyOf(links.entrySet())) {
      if (link.getValue().sighted.isBefore(notSightedSince)) {
        link.getValue().files.forEach(file -> transcripts.leave(file, this));
        links.remove(link.getKey());
      }
    }
  }

  /** Earlier parts of a conversation come before the later ones, and sub-agents' files behind. */
  private void follow(Path transcript, Link link) {
    var found = new ArrayList<>(trail.companions(transcript));
    found.add(transcript);
    found.sort(null);
    found.removeAll(link.files);
    for (var file : found) {
      trail
          .context(file)
          .ifPresent(
              context -> {
                transcripts.follow(process.agent(), file, context, this, link.since);
                link.files.add(file);
              });
    }
  }
}
