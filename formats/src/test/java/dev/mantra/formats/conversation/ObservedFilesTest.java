package dev.mantra.formats.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Changes of files are steps of the message behind which they came. */
class ObservedFilesTest {

  private static final Instant START = Instant.parse("2026-11-21T04:00:00Z");
  private static final long MILLI = 1_000_000;

  private final List<Event> events = new ArrayList<>();

  @Test
  void aChangeIsAStepOfTheMessageBeforeIt() {
    say(1000, "p", Kind.USER, Entry.Change.ADDED, new Block.Text("go"));
    change(1500, 1, FileEdit.Kind.ADDED, "a.txt");
    say(2000, "r", Kind.ASSISTANT, Entry.Change.ADDED, new Block.Text("done"));
    change(2500, 2, FileEdit.Kind.DELETED, "b.txt");
    assertEquals(
        List.of(
            "1 USER go", "1.1 FILES added a.txt", "2 ASSISTANT done", "2.1 FILES deleted b.txt"),
        told());
  }

  @Test
  void whatHappenedInAMessagesMillisecondHappenedBefore() {
    say(1000, "p", Kind.USER, Entry.Change.ADDED, new Block.Text("go"));
    say(2000, "r", Kind.ASSISTANT, Entry.Change.ADDED, new Block.Text("done"));
    changeAt(2000 * MILLI + 999_000, 1, FileEdit.Kind.ADDED, "a.txt");
    changeAt(2001 * MILLI, 2, FileEdit.Kind.ADDED, "b.txt");
    assertEquals(
        List.of("1 USER go", "1.1 FILES added a.txt", "2 ASSISTANT done", "2.1 FILES added b.txt"),
        told());
  }

  @Test
  void whatWasNoticedTogetherIsOneStep() {
    change(1000, 1, FileEdit.Kind.ADDED, "a.txt");
    change(1020, 1, FileEdit.Kind.ADDED, "b.txt");
    change(1030, 1, FileEdit.Kind.MODIFIED, "c.txt");
    change(1040, 2, FileEdit.Kind.MODIFIED, "c.txt");
    assertEquals(List.of("0.1 FILES added a.txt, and 2 more", "0.2 FILES modified c.txt"), told());
  }

  @Test
  void aChangeThatTheAgentTellsOfIsClaimedByItsCall() {
    say(1000, "p", Kind.USER, Entry.Change.ADDED, new Block.Text("go"));
    say(2000, "c", Kind.TOOL, Entry.Change.ADDED, new Block.Call("c", "Edit", "{}"));
    change(2100, 1, FileEdit.Kind.MODIFIED, "src/a.txt");
    change(2150, 2, FileEdit.Kind.MODIFIED, "a.txt");
    say(
        2200,
        "c",
        Kind.TOOL,
        Entry.Change.EXTENDED,
        new Block.Result("c", Outcome.DONE, "", OptionalInt.empty()),
        new Block.Edit(
            "/home/ada/shop/src/a.txt",
            Block.Edit.Kind.MODIFIED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    change(9000, 3, FileEdit.Kind.MODIFIED, "src/a.txt");
    var claims = new Claims(conversation());
    assertEquals(
        List.of("1.2 by 1.1", "1.3 by 1.1", "1.4 by nobody"),
        conversation().entries().stream()
            .filter(entry -> entry.outline().kind() == Kind.FILES)
            .map(
                entry ->
                    entry.number()
                        + " by "
                        + claims.of(entry).map(NumberedEntry::number).orElse("nobody"))
            .toList());
  }

  @Test
  void filesAreNoConversationOfTheirOwn() {
    change(1000, 1, FileEdit.Kind.ADDED, "a.txt");
    assertEquals(List.of(), conversation().linked());
  }

  private List<String> told() {
    return conversation().entries().stream()
        .map(
            entry ->
                entry.number() + " " + entry.outline().kind() + " " + Headline.of(entry.outline()))
        .toList();
  }

  private Conversation conversation() {
    var facts = new ArrayList<Fact>();
    var picker = new Facts(facts::add);
    events.forEach(picker::accept);
    var id = new SessionId("20261121T040000Z-claude-bcdfgh");
    return Conversation.of(SessionHeader.builder(id, START, "test").build(), facts);
  }

  private void say(long millis, String id, Kind kind, Entry.Change change, Block... blocks) {
    events.add(
        new Event.Message(
            (millis + 50) * MILLI,
            new Entry(
                "claude",
                "c-1",
                id,
                change,
                Optional.empty(),
                kind,
                Entry.Source.TRANSCRIPT,
                Optional.empty(),
                Optional.of(START.plusMillis(millis)),
                Optional.empty(),
                Usage.NONE,
                List.of(blocks),
                0,
                Optional.empty())));
  }

  private void change(long millis, long group, FileEdit.Kind kind, String path) {
    changeAt(millis * MILLI, group, kind, path);
  }

  private void changeAt(long moment, long group, FileEdit.Kind kind, String path) {
    var content = new FileContent.Missing(Omission.QUOTA, Optional.empty());
    var state = Optional.<FileState>of(new FileState.Regular(0644, 1, content));
    events.add(
        new Event.FileChange(
            moment + 200 * MILLI,
            moment,
            new FileEdit(
                group,
                kind,
                Bytes.utf8(path),
                Optional.empty(),
                kind == FileEdit.Kind.ADDED ? Optional.empty() : state,
                kind == FileEdit.Kind.DELETED ? Optional.empty() : state,
                Optional.empty(),
                0,
                0)));
  }
}
