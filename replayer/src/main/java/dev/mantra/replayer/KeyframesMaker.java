package dev.mantra.replayer;

import dev.mantra.formats.derived.CacheUnusableException;
import dev.mantra.formats.derived.Pieces;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.formats.journal.Session;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.util.function.Supplier;

/** Gets a session's keyframes: those that are kept, with what was added since, or new ones. */
final class KeyframesMaker {

  /** In memory there is room for about so many, whatever the session's length. */
  private static final int MOST_IN_MEMORY = 2048;

  private final JournalReader reader;
  private final Supplier<Terminal> blank;
  private final Provenance wanted;
  private final ReadingProgress progress;

  KeyframesMaker(
      Session session,
      JournalReader reader,
      SessionHeader header,
      JournalPlace end,
      ReplayOptions options) {
    this.reader = reader;
    this.blank = () -> options.blankTerminal(header);
    this.wanted = Provenance.of(KeyframeDirectory.LAYOUT, options.widthPolicy(), session, end);
    this.progress = options.progress();
  }

  Keyframes keyframes(Cache cache) throws IOException {
    var file = cache.open(Cache.Kind.KEYFRAMES);
    if (file.isEmpty()) {
      return make(cache, _ -> {});
    }
    var directory = KeyframeDirectory.decode(file.get().directory());
    if (directory.isPresent() && directory.get().made().equals(wanted)) {
      var kept = new Keyframes(blank, directory.get(), file.get());
      if (kept.canBeRestored()) {
        return kept;
      }
    }
    try (var old = file.get()) {
      boolean grown = directory.isPresent() && directory.get().made().isEarlierThan(wanted);
      return grown
          ? make(cache, pass -> pass.takeOver(directory.get(), old))
          : make(cache, _ -> {});
    }
  }

  /** What a first pass begins with. */
  @FunctionalInterface
  private interface Beginning {
    void of(FirstPass pass) throws IOException;
  }

  private Keyframes make(Cache cache, Beginning beginning) throws IOException {
    var created = cache.create(Cache.Kind.KEYFRAMES);
    if (created.isPresent()) {
      try (var writer = created.get()) {
        var pass = new FirstPass(reader, blank, writer, FirstPass.DISTANCE);
        beginning.of(pass);
        var directory = pass.run(wanted, progress);
        return new Keyframes(blank, directory, writer.finish(directory.encode()));
      } catch (CacheUnusableException e) {
        // The disk may be full: this time they are kept in memory.
      }
    }
    var memory = new Pieces.InMemory();
    long distance = Math.max(FirstPass.DISTANCE, wanted.end().position() / MOST_IN_MEMORY);
    var pass = new FirstPass(reader, blank, memory, distance);
    return new Keyframes(blank, pass.run(wanted, progress), memory);
  }
}
