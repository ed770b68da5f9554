package dev.mantra.formats.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.conversation.NumberedEntry.Basis;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Source;
import dev.mantra.formats.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Messages of programs that write no transcript. */
class SentCommandsTest {

  private static final String MARKED =
      "\u001b]133;A\u0007$ \u001b]133;B\u0007"
          + "ls harbor\r\n\u001b]133;C;cmdline_url=ls%20harbor%2Fnorth%3B\u001b\\ship\r\n"
          + "\u001b]133;D;2\u0007";

  private static Event typed(double second, String keys) {
    return new Event.Input(Told.nanos(second), Bytes.utf8(keys));
  }

  private static Event shown(double second, String text) {
    return new Event.Output(Told.nanos(second), Bytes.utf8(text));
  }

  private static List<NumberedEntry> messages(Event... events) {
    return conversation(List.of(events)).messages();
  }

  private static Conversation conversation(List<Event> events) {
    var facts = new ArrayList<Fact>();
    var picker = new Facts(facts::add);
    events.forEach(picker::accept);
    return Conversation.of(Told.HEADER, facts);
  }

  @Test
  void everyLineThatWasSentIsAPromptWhereNobodySaysMore() {
    var messages =
        messages(typed(1, "count the "), typed(2, "ships\r"), typed(3, "\r"), typed(4, "bye\r"));
    assertEquals(2, messages.size());
    var first = messages.getFirst();
    assertEquals("count the ships", first.outline().text().head());
    assertEquals(Told.nanos(2), first.at());
    assertEquals(Basis.TYPED, first.basis());
    assertEquals(Source.TYPED, first.outline().source());
    assertEquals(List.of(), first.records());
    assertEquals(2, messages.getLast().prompt());
    assertEquals("2", messages.getLast().number());
  }

  @Test
  void aLongLineIsKeptWhole() {
    var line = "x".repeat(5000);
    assertEquals(line, messages(typed(1, line + "\r")).getFirst().outline().text().head());
  }

  @Test
  void aShellThatTellsItsCommandLinesIsBelieved() {
    var messages =
        messages(
            shown(0.5, "\u001b]133;A\u001b\\$ \u001b]133;B\u001b\\"),
            typed(1, "ls har\t\r"),
            shown(1.1, "\u001b]133;C;cmdline_url=ls%20harbor\u0007"),
            typed(2, "an answer to ls\r"),
            shown(3, "\u001b]133;D;2\u0007\u001b]133;A\u0007$ \u001b]133;B\u0007"),
            typed(4, "true\r"),
            shown(4.1, "\u001b]133;C\u0007\u001b]133;D;0\u0007\u001b]133;A\u0007$ "),
            typed(5, "unfinished"));
    assertEquals(2, messages.size());
    var first = messages.getFirst();
    assertEquals("ls harbor", first.outline().text().head());
    assertEquals(Told.nanos(1), first.at());
    assertEquals(Source.SHOWN, first.outline().source());
    assertEquals(OptionalInt.of(2), first.outline().tool().exitCode());
    assertEquals("failed with status 2", Headline.failure(first.outline().tool()).orElseThrow());
    assertEquals("true", messages.getLast().outline().text().head());
    assertTrue(Headline.failure(messages.getLast().outline().tool()).isEmpty());
  }

  @Test
  void aRecalledCommandStandsWhereItWasTakenThoughNobodySaysWhatItWas() {
    var messages = messages(shown(1, "\u001b]133;B\u0007"), shown(2, "\u001b]133;C\u0007"));
    assertEquals(Told.nanos(2), messages.getFirst().at());
    assertEquals(Basis.SHOWN, messages.getFirst().basis());
    assertEquals("", messages.getFirst().outline().text().head());
  }

  @Test
  void whereATranscriptTellsOfTheSessionNothingIsDerived() {
    var conversation =
        conversation(
            List.of(
                typed(1, "ls\r"),
                shown(1.1, "\u001b]133;C\u0007"),
                Told.prompt("p", 5, "count the ships").event()));
    assertEquals(1, conversation.messages().size());
    assertEquals("p", conversation.messages().getFirst().outline().id());
  }

  @Property(tries = 200)
  void marksAreFoundHoweverTheyAreCut(@ForAll @IntRange(min = 1, max = 12) int size) {
    var bytes = MARKED.getBytes(StandardCharsets.UTF_8);
    var events = new ArrayList<Event>();
    for (int from = 0; from < bytes.length; from += size) {
      int length = Math.min(size, bytes.length - from);
      events.add(new Event.Output(from, Bytes.copyOf(bytes, from, length)));
    }
    var command = conversation(events).messages().getFirst().outline();
    assertEquals("ls harbor/north;", command.text().head());
    assertEquals(OptionalInt.of(2), command.tool().exitCode());
  }

  @Property(tries = 300)
  void anyOutputIsUnderstood(@ForAll byte[] noise, @ForAll byte[] more) {
    var events = new ArrayList<Event>();
    events.add(new Event.Output(1, Bytes.copyOf(noise, 0, noise.length)));
    events.add(shown(1, "\u001b]133;D;x\u0007\u001b]133;C;cmdline_url=%zz\u0007\u001b]133;"));
    events.add(new Event.Output(2, Bytes.copyOf(more, 0, more.length)));
    events.add(shown(3, "\u0007"));
    assertTrue(conversation(events).messages().size() >= 1);
  }

  @Test
  void aMarkWithoutEndIsNone() {
    assertEquals(
        List.of(), messages(shown(1, "\u001b]133;C;" + "x".repeat(1 << 17)), shown(2, "y\u0007")));
  }
}
