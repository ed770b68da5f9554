package dev.mantra.formats.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Leaves out what a fork has copied from the conversation it comes from. The copies stand at the
 * beginning of the file, with new {@code sessionId}s and old times.
 *
 * <p>A reply tells whether it is a copy: by {@code requestSessionId} (2.1.329) or {@code
 * forkedFrom} (2.1.30). A prompt does not, and so what comes before the first reply, and in a fork
 * before the next, is held back until that is known. {@code session_id} alone says nothing: after
 * {@code /clear} it names the conversation that the process began with.
 */
final class ClaudeCopies {

  /** As much is held back at most: in any sound file a few records. */
  private static final int MOST_HELD = 1_000;

  private static final long MOST_BYTES = 4 << 20;

  private final Consumer<ClaudeRecord> own;
  private final Consumer<ClaudeRecord> copied;
  private final List<ClaudeRecord> held = new ArrayList<>();
  private long heldBytes;
  private Optional<String> origin = Optional.empty();
  private boolean isOver;

  /**
   * @param own takes the records that are no copies
   * @param copied takes those that are
   */
  ClaudeCopies(Consumer<ClaudeRecord> own, Consumer<ClaudeRecord> copied) {
    this.own = own;
    this.copied = copied;
  }

  void accept(ClaudeRecord record) {
    if (isOver) {
      own.accept(record);
      return;
    }
    var copiedFrom = copiedFrom(record);
    if (copiedFrom.isPresent()) {
      origin = origin.or(() -> copiedFrom);
      held.forEach(copied);
      copied.accept(record);
      drop();
      return;
    }
    held.add(record);
    heldBytes += record.place().json().length();
    if (isOwn(record) || held.size() > MOST_HELD || heldBytes > MOST_BYTES) {
      release();
    }
  }

  /** No more will be known. */
  void release() {
    isOver = true;
    held.forEach(own);
    drop();
  }

  /** The conversation that the copies come from. */
  Optional<String> origin() {
    return origin;
  }

  private void drop() {
    held.clear();
    heldBytes = 0;
  }

  private Optional<String> copiedFrom(ClaudeRecord record) {
    var json = record.json();
    var branch = json.get("forkedFrom").get("sessionId").optionalText();
    var request = json.get("requestSessionId").optionalText();
    // In what is known to be a fork, a session's older name is enough.
    var process = origin.isPresent() ? json.get("session_id").optionalText() : request;
    return branch
        .or(() -> request)
        .or(() -> process)
        .filter(id -> !id.isEmpty() && !id.equals(record.conversation()));
  }

  private boolean isOwn(ClaudeRecord record) {
    var json = record.json();
    var version = json.text("version");
    boolean isOlder = version.startsWith("1.") || version.startsWith("2.0.");
    boolean isReply =
        record.type().equals("assistant")
            && !json.get("message").text("model").equals(ClaudeReplies.SYNTHETIC);
    boolean isOfThisProcess =
        !record.conversation().isEmpty() && json.text("session_id").equals(record.conversation());
    boolean isRequest = record.type().startsWith("api-request");
    return isOlder || isReply || isOfThisProcess || isRequest || isClear(record);
  }

  private static boolean isClear(ClaudeRecord record) {
    return record.type().equals("user")
        && ClaudeText.of(record.firstText()).command().equals(Optional.of("clear"));
  }
}
