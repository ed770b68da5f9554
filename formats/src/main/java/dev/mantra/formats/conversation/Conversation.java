package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.SessionHeader;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All messages of a session, numbered 1, 2, 3 … in the order of their moments, with their steps.
 *
 * <p>Messages are the prompts and the replies of main conversations; when there are several, as
 * after {@code /clear} or with a second agent, they share one row of numbers. All else are steps of
 * the message before it, n.1, n.2 …; what comes before the first message are steps 0.1, 0.2 …
 * Entries of a sub-agent are steps of the message whose call started it. An abandoned message keeps
 * its number.
 *
 * <p>What a transcript never got is taken from what was typed, {@link UnwrittenPrompts}, and from
 * what was shown, {@link ShownReply}. In a session that no transcript tells of, the messages are
 * the lines that were sent: see {@link SentCommands}.
 */
public final class Conversation {

  private final List<NumberedEntry> entries;
  private final List<NumberedEntry> messages;
  private final List<NumberedEntry> prompts;
  private final List<LinkedConversation> linked;

  Conversation(List<NumberedEntry> entries, List<LinkedConversation> linked) {
    this.entries = List.copyOf(entries);
    this.messages = entries.stream().filter(NumberedEntry::isMessage).toList();
    this.prompts = messages.stream().filter(message -> message.prompt() > 0).toList();
    this.linked = List.copyOf(linked);
  }

  /**
   * Puts the facts of a session together.
   *
   * @param facts in the order in which they were journaled
   */
  public static Conversation of(SessionHeader header, Iterable<? extends Fact> facts) {
    return of(header, facts, ScreenEvidence.NONE);
  }

  /** The same with what the screens tell. */
  public static Conversation of(
      SessionHeader header, Iterable<? extends Fact> facts, ScreenEvidence screens) {
    var timing = new Timing(header);
    var entries = new EntryTable(timing);
    var commands = new SentCommands();
    for (var fact : facts) {
      switch (fact) {
        case TypedLine line -> {
          timing.typed(line);
          commands.typed(line);
        }
        case ShellMark mark -> commands.marked(mark);
        case EntryOutline outline -> entries.add(outline);
      }
    }
    var told = entries.rows().stream().filter(row -> row.outline().kind() != Kind.FILES).toList();
    var linked = new LinkedConversations();
    told.forEach(row -> linked.add(row.outline()));
    if (told.isEmpty()) {
      commands.prompts().forEach(entries::derived);
    } else {
      new UnwrittenPrompts(header, told)
          .among(timing.left()).stream()
              .filter(prompt -> !screens.swallowed().contains(prompt.moment().at()))
              .forEach(entries::derived);
      screens.replies().forEach(reply -> entries.derived(reply.entry()));
    }
    return new Conversation(new Numbering(entries).entries(), linked.all());
  }

  /** Messages and steps, in the order of their numbers. */
  public List<NumberedEntry> entries() {
    return entries;
  }

  /** The messages without their steps: the first is number 1. */
  public List<NumberedEntry> messages() {
    return messages;
  }

  /** The messages that are prompts, in order. */
  public List<NumberedEntry> prompts() {
    return prompts;
  }

  /** Message {@code number}, counted from 1. */
  public Optional<NumberedEntry> message(int number) {
    return element(messages, number);
  }

  /** Prompt {@code number}, counted from 1. */
  public Optional<NumberedEntry> prompt(int number) {
    return element(prompts, number);
  }

  /** The steps of a message; those of 0 come before the first one. */
  public List<NumberedEntry> steps(int message) {
    return entries.stream().filter(e -> e.message() == message && !e.isMessage()).toList();
  }

  /** The agents' conversations that it is made of, in the order in which they came up. */
  public List<LinkedConversation> linked() {
    return linked;
  }

  /** Where a reply may have been cut off that no transcript has. */
  public List<CutTurn> cutTurns() {
    return new CutTurns(entries).all();
  }

  /** The prompts that no transcript has: see {@link UnwrittenPrompts}. */
  public List<NumberedEntry> unwrittenPrompts() {
    return prompts.stream().filter(prompt -> prompt.outline().isUnwrittenPrompt()).toList();
  }

  /** The same conversation with its entries changed one by one. */
  public Conversation map(UnaryOperator<NumberedEntry> change) {
    return new Conversation(entries.stream().map(change).toList(), linked);
  }

  private static Optional<NumberedEntry> element(List<NumberedEntry> list, int number) {
    return number < 1 || number > list.size()
        ? Optional.empty()
        : Optional.of(list.get(number - 1));
  }
}
