package dev.mantra.replayer;

import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.EntryOutline;
import dev.mantra.formats.conversation.Fact;
import dev.mantra.formats.conversation.ScreenEvidence;
import dev.mantra.formats.derived.CacheUnusableException;
import dev.mantra.formats.derived.DerivedFile;
import dev.mantra.formats.derived.DerivedFileWriter;
import dev.mantra.formats.derived.Piece;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.replayer.FactList.Screens;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets a session's messages: those that are kept, with what was added since, or new ones. */
final class MessagesMaker {

  private static final int BLOCK = 256;

  private final JournalReader reader;
  private final SessionSummary summary;
  private final Screenings screenings;
  private final Provenance wanted;
  private final ReadingProgress progress;

  /** Where screens are to be had. */
  @FunctionalInterface
  interface Screenings {
    Playback open() throws IOException;
  }

  /** What is kept of a session. */
  private record Kept(
      FactList facts, long duration, Map<Integer, Long> drawn, ScreenEvidence seen) {
    static final Kept NOTHING = new Kept(FactList.EMPTY, 0, Map.of(), ScreenEvidence.NONE);
  }

  /**
   * @param reader of the session's journal, which goes on to be used for reading whole entries
   * @param end where the journal ends
   */
  MessagesMaker(
      Session session,
      JournalReader reader,
      SessionSummary summary,
      Screenings screenings,
      JournalPlace end,
      ReplayOptions options) {
    this.reader = reader;
    this.summary = summary;
    this.screenings = screenings;
    this.progress = options.progress();
    this.wanted = Provenance.of(MessageDirectory.LAYOUT, options.widthPolicy(), session, end);
  }

  Messages messages(Cache cache) throws IOException {
    var file = cache.open(Cache.Kind.MESSAGES);
    if (file.isEmpty()) {
      return make(cache, Kept.NOTHING);
    }
    try (var old = file.get()) {
      var directory = MessageDirectory.decode(old.directory());
      boolean isSame = directory.isPresent() && directory.get().made().equals(wanted);
      boolean hasGrown = directory.isPresent() && directory.get().made().isEarlierThan(wanted);
      var kept = isSame || hasGrown ? read(old, directory.get()) : Optional.<Kept>empty();
      return isSame && kept.isPresent()
          ? finished(kept.get())
          : make(cache, kept.orElse(Kept.NOTHING));
    }
  }

  private Messages make(Cache cache, Kept earlier) throws IOException {
    var pass = new FactPass(reader, earlier.facts(), new ProgressMeter(progress, wanted.end()));
    var facts = pass.run();
    var told = Conversation.of(summary.header(), facts.facts());
    long duration = summary.duration().toNanos();
    if (facts.screens() == Screens.NONE || told.messages().isEmpty()) {
      return messages(told, keep(cache, new Kept(facts, duration, Map.of(), ScreenEvidence.NONE)));
    }
    var screens = screenings.open();
    var seen = seen(told, screens, earlier);
    var whole =
        seen.equals(ScreenEvidence.NONE)
            ? told
            : Conversation.of(summary.header(), facts.facts(), seen);
    var drawn =
        new DrawnMoments(screens)
            .of(whole, new DrawnMoments.Known(earlier.duration(), earlier.drawn()));
    return messages(whole, keep(cache, new Kept(facts, duration, drawn, seen)));
  }

  private static ScreenEvidence seen(Conversation told, Playback screens, Kept earlier)
      throws IOException {
    // What was drawn later than the session then lasted was looked for in vain.
    var known = new CutReplies.Known(earlier.duration(), earlier.seen().replies());
    return new ScreenEvidence(
        new CutReplies(screens).of(told.cutTurns(), known),
        new SwallowedPrompts(screens).among(told.unwrittenPrompts()));
  }

  private Messages finished(Kept kept) {
    return messages(Conversation.of(summary.header(), kept.facts().facts(), kept.seen()), kept);
  }

  private Messages messages(Conversation conversation, Kept kept) {
    return new Messages(conversation, kept.drawn(), reader, kept.facts().spots());
  }

  private Kept keep(Cache cache, Kept made) throws IOException {
    var created = cache.create(Cache.Kind.MESSAGES);
    if (created.isEmpty()) {
      return made;
    }
    try (var writer = created.get()) {
      var facts = made.facts();
      var directory =
          new MessageDirectory(
              wanted,
              write(facts, writer),
              facts.resume(),
              facts.settled(),
              facts.screens(),
              made.duration(),
              made.drawn(),
              made.seen());
      writer.finish(directory.encode()).close();
    } catch (CacheUnusableException e) {
      // The disk may be full: next time they are found anew.
    }
    return made;
  }

  private static List<Piece> write(FactList list, DerivedFileWriter writer)
      throws CacheUnusableException {
    var pieces = new ArrayList<Piece>();
    int entries = 0;
    for (int from = 0; from < list.facts().size(); from += BLOCK) {
      var block = new FactWriter();
      for (var fact : list.facts().subList(from, Math.min(from + BLOCK, list.facts().size()))) {
        block.write(fact);
        if (fact instanceof EntryOutline) {
          block.write(list.spots().get(entries++));
        }
      }
      pieces.add(writer.append(block.toArray()));
    }
    return pieces;
  }

  private static Optional<Kept> read(DerivedFile file, MessageDirectory directory) {
    var facts = new ArrayList<Fact>();
    var spots = new ArrayList<Spot>();
    try {
      for (var piece : directory.blocks()) {
        var block = file.read(piece);
        if (block.isEmpty()) {
          return Optional.empty();
        }
        var in = new FactReader(block.get());
        while (in.hasNext()) {
          facts.add(in.fact());
          if (facts.getLast() instanceof EntryOutline) {
            spots.add(in.spot());
          }
        }
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return directory.settled() > facts.size()
        ? Optional.empty()
        : Optional.of(
            new Kept(
                new FactList(
                    facts, spots, directory.resume(), directory.settled(), directory.screens()),
                directory.duration(),
                directory.drawn(),
                directory.seen()));
  }
}
