package dev.mantra.cli;

import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.Said;
import dev.mantra.replayer.Messages;
import dev.mantra.replayer.Replay;
import dev.mantra.replayer.ReplayOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What was said in sessions, as the replayer knows it, for the indexer to search. */
record SpokenText(Optional<Path> cacheFolder) implements Said.Source {

  @Override
  public Said open(Session session) throws IOException {
    var replay = Replay.open(session, cacheFolder, ReplayOptions.STANDARD);
    try {
      return new Spoken(replay, replay.messages());
    } catch (IOException | RuntimeException e) {
      replay.close();
      throw e;
    }
  }

  private record Spoken(Replay replay, Messages messages) implements Said {
    @Override
    public Conversation conversation() {
      return messages.conversation();
    }

    @Override
    public Entry read(NumberedEntry entry) throws IOException {
      return messages.read(entry);
    }

    @Override
    public void close() throws IOException {
      replay.close();
    }
  }
}
