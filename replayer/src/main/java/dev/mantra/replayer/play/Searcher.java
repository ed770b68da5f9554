package dev.mantra.replayer.play;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.mantra.replayer.Playback;
import dev.mantra.replayer.Replay;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Searches a session for what a person asks for, from hit to hit, round the ends. */
final class Searcher {

  /** So many frames are looked at for the one in which a line can be seen whole. */
  private static final int MOST_FRAMES = 100;

  private final Replay replay;
  private @Nullable Playback scout;
  private @Nullable Search search;
  private Optional<Arrival> arrival = Optional.empty();

  /** A hit that was gone to, and the moment at which it can be seen. */
  private record Arrival(int hit, long at) {}

  /**
   * Where a search leads.
   *
   * @param note which hit it is, and whether the search went round an end
   */
  record Found(long at, String note) {}

  Searcher(Replay replay) {
    this.replay = replay;
  }

  /** What is searched for; empty before the first search. */
  Optional<Pattern> pattern() {
    return Optional.ofNullable(search).map(Search::pattern);
  }

  /**
   * Searches for another expression from now on.
   *
   * @throws PatternSyntaxException when it is none of RE2's
   */
  void look(String regex) throws IOException {
    var pattern = Pattern.compile(regex);
    if (search == null || !search.pattern().equals(pattern)) {
      search = Search.in(replay, pattern);
      arrival = Optional.empty();
    }
  }

  /** What is searched for, to come back to. */
  Optional<Search> search() {
    return Optional.ofNullable(search);
  }

  /** Back to what was searched for before, if anything was. */
  void restore(Optional<Search> before) {
    arrival = Optional.empty();
    search = before.orElse(null);
  }

  /** Whether a hit is on the screen at a moment. */
  boolean isShownAt(long moment) throws IOException {
    if (search == null) {
      return false;
    }
    var pattern = search.pattern();
    var playback = scout();
    playback.seek(moment);
    return playback.terminal().readableLines().stream()
        .anyMatch(line -> pattern.matcher(line).find());
  }

  /** The next hit; empty when there is none at all. */
  Optional<Found> next(long position) throws IOException {
    var all = search;
    if (all == null || all.count() == 0) {
      return Optional.empty();
    }
    var next = all.after(reference(all, position));
    return found(all, next, 0, "from the start again");
  }

  /** The hit before; empty when there is none at all. */
  Optional<Found> previous(long position) throws IOException {
    var all = search;
    if (all == null || all.count() == 0) {
      return Optional.empty();
    }
    var previous = all.before(reference(all, position));
    return found(all, previous, all.count() - 1, "from the end again");
  }

  private Optional<Found> found(Search all, OptionalInt hit, int round, String word)
      throws IOException {
    int number = hit.orElse(round);
    long at = seen(all.hit(number));
    arrival = Optional.of(new Arrival(number, at));
    var note = "hit " + (number + 1) + " of " + all.count();
    return Optional.of(new Found(at, hit.isPresent() ? note : note + ", " + word));
  }

  /** One who stays where a hit led searches on from that hit, not from where it could be seen. */
  private long reference(Search all, long position) {
    return arrival
        .filter(there -> there.at() == position)
        .map(there -> all.hit(there.hit()).from())
        .orElse(position);
  }

  /** The moment at which a hit is on the screen: a line may appear piece by piece. */
  private long seen(Search.Hit hit) throws IOException {
    long at = hit.from();
    for (int frames = 0; frames < MOST_FRAMES; frames++) {
      if (isShownAt(at)) {
        return at;
      }
      var next = replay.nextFrame(at);
      if (next.isEmpty() || next.getAsLong() > hit.to()) {
        break;
      }
      at = next.getAsLong();
    }
    return hit.from();
  }

  private Playback scout() throws IOException {
    if (scout == null) {
      scout = replay.playback();
    }
    return scout;
  }
}
