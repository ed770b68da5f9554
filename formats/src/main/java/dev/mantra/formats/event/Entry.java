package dev.mantra.formats.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing said or done in an agent's conversation: what becomes a message or a step.
 *
 * <p>An entry is a fact as the agent's transcript has it. Numbers, order and the moment on the
 * session's clock are derived from all entries of a session together.
 *
 * @param agent whose conversation it is: {@code claude}, {@code codex}, {@code gemini}, {@code
 *     cursor}; empty for a program that keeps no transcript
 * @param conversation the agent's own id of it
 * @param id unique in the conversation, and the same each time a transcript is read
 * @param change what it does to the entry that had this id before
 * @param subAgent the sub-agent it comes from; absent for the main conversation
 * @param started when the agent began with it, where the transcript says so
 * @param time when it was complete, or when it was sent; absent where the transcript has no time
 * @param usage what the model counted; each of its replies is counted once, in one of its entries
 * @param omitted how many characters were left out of its texts because they were too long
 * @param original where the session keeps the transcript's own bytes of it
 */
public record Entry(
    String agent,
    String conversation,
    String id,
    Change change,
    Optional<SubAgent> subAgent,
    Kind kind,
    Source source,
    Optional<Instant> started,
    Optional<Instant> time,
    Optional<String> model,
    Usage usage,
    List<Block> blocks,
    long omitted,
    Optional<Original> original) {

  /** What sort of thing an entry is. Prompts and replies of the main conversation are messages. */
  public enum Kind {
    /** A prompt that a person typed. */
    USER,
    /** A text that the agent replied. */
    ASSISTANT,
    THINKING,
    /** A call of a tool, with its result once there is one. */
    TOOL,
    PROGRESS,
    SYSTEM,
    SUMMARY,
    SNAPSHOT,
    /** Files of the workspace changed: nobody said it, it was seen. Derived, and in no journal. */
    FILES,
    /** A record of a kind that was not known when it was read. */
    UNKNOWN;

    /** Whether the person or the agent said or did it; all else only accompanies that. */
    public boolean isSaid() {
      return switch (this) {
        case USER, ASSISTANT, THINKING, TOOL -> true;
        case PROGRESS, SYSTEM, SUMMARY, SNAPSHOT, FILES, UNKNOWN -> false;
      };
    }
  }

  /** What an entry does to an earlier one with the same id. */
  public enum Change {
    /** There is none. */
    ADDED,
    /** Takes its place; where the earlier one stood in the order stays. */
    REPLACED,
    /** Adds its blocks to it, and its time is the new one: a tool's result. */
    EXTENDED
  }

  /** Where an entry is known from. */
  public enum Source {
    TRANSCRIPT,
    /** The agent's log of prompts. */
    PROMPT_LOG,
    /** What was typed; no transcript has it. */
    TYPED,
    /** What the file system told: the files of the workspace. */
    OBSERVED,
    /** What the program showed: marks of a shell, or a reply that was cut off. */
    SHOWN
  }

  /**
   * Who works for the main conversation.
   *
   * @param call the tool call that started it; empty where that is not known
   */
  public record SubAgent(String id, String call) {}

  /**
   * Bytes of a file in the session's folder of transcripts.
   *
   * @param file its name there
   */
  public record Original(String file, long offset, long length) {}

  public Entry {
    blocks = List.copyOf(blocks);
  }

  /** Whether it is a prompt or a reply of the main conversation: they are what is counted. */
  public boolean isMessage() {
    return isMessage(subAgent, kind);
  }

  /** The same, of what is known of an entry. */
  public static boolean isMessage(Optional<SubAgent> subAgent, Kind kind) {
    return subAgent.isEmpty() && (kind == Kind.USER || kind == Kind.ASSISTANT);
  }

  /** All that is to be read in it, one text after the other. */
  public String text() {
    var all = new StringBuilder();
    for (var block : blocks) {
      if (block instanceof Block.Text text) {
        if (!all.isEmpty()) {
          all.append('\n');
        }
        all.append(text.text());
      }
    }
    return all.toString();
  }

  /** How many characters its blocks hold. */
  public long size() {
    return blocks.stream().mapToLong(Block::size).sum();
  }

  /** The same entry, which does something else to an earlier one. */
  public Entry withChange(Change other) {
    return with(other, blocks, original);
  }

  /** The same entry with its bytes at another place. */
  public Entry withOriginal(Original place) {
    return with(change, blocks, Optional.of(place));
  }

  /** The same entry with other blocks. */
  public Entry withBlocks(List<Block> others) {
    return with(change, others, original);
  }

  private Entry with(Change what, List<Block> parts, Optional<Original> where) {
    return new Entry(
        agent,
        conversation,
        id,
        what,
        subAgent,
        kind,
        source,
        started,
        time,
        model,
        usage,
        parts,
        omitted,
        where);
  }
}
