package dev.mantra.recorder.history;

import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.transcript.Agent;
import java.nio.file.Path;
import java.util.Optional;

/** What has become of a conversation. */
public sealed interface Outcome {

  /**
   * The conversation's own file and agent.
   *
   * @param id what the agent calls it
   */
  record Source(Agent agent, String id, Path path) {}

  /** It is a session now. */
  record Imported(SessionId session, long messages) implements Outcome {}

  /**
   * Its session holds more than before.
   *
   * @param messages how many more
   */
  record Grown(SessionId session, long messages) implements Outcome {}

  /** It is in the store as it is. */
  record Unchanged() implements Outcome {}

  /**
   * It was recorded, and what the recording lacked was added to it.
   *
   * @param messages how many were added, which may be none
   */
  record Joined(SessionId recording, long messages) implements Outcome {}

  /** Nobody has said anything in it. */
  record Empty() implements Outcome {}

  /** Its session was deleted on purpose. */
  record Deleted(SessionId session) implements Outcome {}

  /** It may belong to a session that is still being recorded. */
  record Deferred(SessionId recording) implements Outcome {}

  /**
   * It would be imported now.
   *
   * @param session the session that would grow; absent when it would be a new one
   */
  record Pending(Optional<SessionId> session) implements Outcome {}

  /** It could not be read, or its session not be written. */
  record Failed(String reason) implements Outcome {}
}
