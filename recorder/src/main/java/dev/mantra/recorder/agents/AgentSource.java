package dev.mantra.recorder.agents;

import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.recorder.Notices;
import dev.mantra.recorder.Recording;
import dev.mantra.recorder.SessionClock;
import dev.mantra.recorder.Sink;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The agents in a session: what their transcripts say becomes messages of the recording.
 *
 * <p>All is done on one thread that the relay does not know of. It begins a moment after the
 * program, looks around as often as something happens at the terminal, and wakes up when something
 * happens in a folder of an agent that it has found.
 */
public final class AgentSource {

  /** The program is starting, and needs the processor more. */
  private static final Duration FIRST_LOOK = Duration.ofMillis(200);

  /** A file that is written in many pieces is not read in as many. */
  private static final Duration LEAST = Duration.ofMillis(40);

  private static final Duration LIVELY = Duration.ofMillis(200);
  private static final Duration IDLE = Duration.ofSeconds(1);

  /** How long an agent's last words may hold up the user. */
  private static final Duration LAST_WORDS = Duration.ofMillis(400);

  private final SessionId id;
  private final long root;
  private final Supplier<Optional<Session>> session;
  private final Runnable giveWay;
  private final Notices notices;
  private final Witness witness;
  private final FolderWatch folders = new FolderWatch();
  private volatile boolean over;
  private @Nullable Thread thread;

  /**
   * The agents of a session that is about to begin.
   *
   * @param session the session's place in the store, as soon as there is one
   * @param giveWay makes the calling thread let all others go first
   * @param notices is told what could not be recorded; that is no trouble with the recording
   */
  public AgentSource(
      SessionId id,
      SessionClock clock,
      InputCapture input,
      Supplier<Optional<Session>> session,
      Runnable giveWay,
      Notices notices) {
    this(id, clock, input, session, giveWay, notices, ProcessHandle.current().pid());
  }

  /**
   * @param root the process whose descendants are the session's
   */
  AgentSource(
      SessionId id,
      SessionClock clock,
      InputCapture input,
      Supplier<Optional<Session>> session,
      Runnable giveWay,
      Notices notices,
      long root) {
    this.id = id;
    this.root = root;
    this.session = session;
    this.giveWay = giveWay;
    this.notices = notices;
    this.witness = new Witness(clock, InstantSource.system(), input);
  }

  /** Has to be told what is recorded: it helps to find out whose a transcript is. */
  public Sink witness() {
    return witness;
  }

  /** The program is running, and is recorded. Returns at once. */
  public void start(Recording recording) {
    thread = Thread.ofPlatform().daemon().name("agents").start(() -> follow(recording));
  }

  /**
   * The program has ended: what its agents have written by then is still taken. Returns at once
   * where there were none.
   */
  public void finish() {
    over = true;
    folders.close();
    try {
      if (thread != null && !thread.join(LAST_WORDS.multipliedBy(3))) {
        mention("it took too long to read them");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void mention(String reason) {
    notices.mention("part of the agents' messages could not be recorded: " + reason);
  }

  private void follow(Recording recording) {
    try {
      giveWay.run();
      folders.pause(FIRST_LOOK);
      while (!over && session.get().isEmpty()) {
        folders.pause(LIVELY);
      }
      if (!over) {
        follow(new SessionCopies(session.get().orElseThrow()), recording);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // A mistake of ours, or no memory: the session goes on without messages.
      mention(e.toString());
    }
  }

  private void follow(SessionCopies copies, Recording recording) throws InterruptedException {
    var table = new ProcessTable(Path.of("/proc"));
    var processes = new AgentProcesses(table, witness::now, root, id.value());
    var transcripts = new Transcripts(copies, recording, witness);
    var agents = new SessionAgents(table, processes, transcripts, witness);
    while (!over) {
      var interval = witness.isLively() ? LIVELY : IDLE;
      agents.look(interval);
      boolean isNew = folders.follow(agents.folders());
      folders.pause(LEAST);
      if (!isNew) {
        folders.await(interval);
      }
    }
    agents.lookLast(LAST_WORDS);
    copies.trouble().ifPresent(this::mention);
  }
}
