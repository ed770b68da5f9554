package dev.mantra.formats.transcript;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A conversation that Cursor keeps, as a list of them shows it.
 *
 * @param keptAs how it lies in its database
 * @param database the file
 * @param id Cursor's own, which the sub-agents of {@code agent-transcripts} have as well
 * @param title empty when it has none
 * @param folder the working folder; empty when that is not known
 * @param mark a text that is another one when the conversation has changed
 */
public record CursorConversation(
    KeptAs keptAs,
    Path database,
    String id,
    String title,
    String folder,
    Optional<Instant> created,
    Optional<Instant> updated,
    String mark) {

  /** How a conversation is kept. */
  public enum KeptAs {
    /** By the editor: a row for the conversation, and since 2025 one for each message. */
    COMPOSER,
    /** By the editor of 2023 and 2024: one value for all conversations of a workspace. */
    TAB,
    /** By the terminal's agent: a database for each. */
    CHAT
  }
}
