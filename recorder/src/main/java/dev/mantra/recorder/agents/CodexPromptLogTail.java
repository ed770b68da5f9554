package dev.mantra.recorder.agents;

import dev.mantra.formats.transcript.CodexPromptLog;
import dev.mantra.formats.transcript.TranscriptLimits;
import dev.mantra.formats.transcript.TranscriptReader;
import dev.mantra.formats.transcript.TranscriptRecord;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** The end of Codex's log of prompts: the threads that something was said in since a moment. */
final class CodexPromptLogTail {

  /** More than anybody says before the log is looked at first. */
  private static final long BEGINNING = 64 * 1024;

  private final Path file;
  private final Instant since;
  private final Set<String> threads = new LinkedHashSet<>();
  private TranscriptReader reader = reader(0);
  private long position = -1;

  CodexPromptLogTail(Path file, Instant since) {
    this.file = file;
    // The log knows whole seconds.
    this.since = Instant.ofEpochSecond(since.getEpochSecond());
  }

  /** Reads what is new, and says which threads have come up so far. */
  Set<String> threads() {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (position < 0 || size < position) {
        position = Math.max(0, size - BEGINNING);
        reader = reader(position);
      }
      if (size > position) {
        reader.feed(Channels.newInputStream(channel.position(position)));
        position = channel.position();
      }
    } catch (IOException e) {
      // There is none as long as nothing was said.
      return threads;
    }
    return threads;
  }

  private TranscriptReader reader(long offset) {
    return new TranscriptReader(this::line, (_, _) -> {}, TranscriptLimits.FRUGAL, offset);
  }

  private void line(TranscriptRecord record) {
    CodexPromptLog.read(record.json())
        .filter(prompt -> !prompt.time().isBefore(since))
        .ifPresent(prompt -> threads.add(prompt.thread()));
  }
}
