package dev.mantra.cli;

import dev.mantra.indexer.FoundLine.Place;
import dev.mantra.indexer.search.SearchResult.FoundSession;
import dev.mantra.indexer.search.SearchResult.Hit;
import java.io.IOException;
import java.util.Comparator;

/** Plays a session from the best place that was found in it. */
final class HitPlayer {

  private HitPlayer() {}

  static int play(Call call, FoundSession session) throws IOException {
    var position =
        session.hits().stream()
            .max(Comparator.comparingDouble(Hit::score))
            .map(HitPlayer::position)
            .orElse("start");
    return PlayCommand.at(call, session.id().value(), position).call();
  }

  /** Where to play from, as {@code --at} takes it. */
  static String position(Hit hit) {
    return hit.line().place() instanceof Place.Said said
        ? said.number()
        : HitText.position(hit.line().at());
  }
}
