package dev.mantra.formats.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConversationPropertyTest {

  private record Choice(int conversation, Kind kind, int back, int how) {}

  /** Sessions of up to three conversations, with results, replacements, rewinds and sub-agents. */
  @Provide
  Arbitrary<List<Told>> sessions() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(0, 9))
        .as(Choice::new)
        .list()
        .ofMaxSize(40)
        .map(ConversationPropertyTest::session);
  }

  private static List<Told> session(List<Choice> choices) {
    var session = new ArrayList<Told>();
    for (int i = 0; i < choices.size(); i++) {
      var choice = choices.get(i);
      var conversation = "c-" + choice.conversation();
      var earlier =
          session.stream()
              .filter(told -> told.conversation().equals(conversation))
              .map(Told::id)
              .toList();
      var known = earlier.size() < choice.back() ? "" : earlier.get(earlier.size() - choice.back());
      var told = Told.of("e" + i, choice.kind(), i, new Block.Text("text " + i));
      session.add(
          (switch (choice.how()) {
                case 0 -> Told.rewound("e" + i, i, known);
                case 1 ->
                    Told.of(known, choice.kind(), i, new Block.Text("new")).with(Change.REPLACED);
                case 2 ->
                    Told.of(known, choice.kind(), i, new Block.Text("more")).with(Change.EXTENDED);
                // A sub-agent is started by one call only, whatever else is invented here.
                case 3 -> told.by(conversation + " " + known, known);
                default -> told;
              })
              .in(conversation));
    }
    return session;
  }

  @Property
  void whatIsAddedLaterChangesNoNumber(@ForAll("sessions") List<Told> session) {
    Map<String, String> before = new HashMap<>();
    for (int count = 0; count <= session.size(); count++) {
      var numbers = numbers(session.subList(0, count));
      before.forEach((id, number) -> assertEquals(number, numbers.get(id), id));
      before = numbers;
    }
  }

  @Property
  void itDoesNotMatterWhichTranscriptIsReadFirst(
      @ForAll("sessions") List<Told> session, @ForAll Random random) {
    assertEquals(numbers(session), numbers(shuffled(session, random)));
  }

  @Property
  void messagesAreCountedTheSameWithoutTheSteps(@ForAll("sessions") List<Told> session) {
    var messages = new HashMap<String, String>();
    for (var message : conversation(session).messages()) {
      messages.put(name(message.outline()), message.number());
    }
    assertEquals(
        messages,
        numbers(session.stream().filter(t -> messages.containsKey(name(t.outline()))).toList()));
  }

  @Property
  void numbersHaveNoGapsAndAreGivenOnce(@ForAll("sessions") List<Told> session) {
    var conversation = conversation(session);
    int message = 0;
    int step = 0;
    int prompts = 0;
    var records = new HashSet<Integer>();
    for (var entry : conversation.entries()) {
      if (entry.isMessage()) {
        assertEquals(++message, entry.message());
        step = 0;
        prompts += entry.prompt() > 0 ? 1 : 0;
        assertTrue(entry.prompt() == 0 || entry.prompt() == prompts);
        assertEquals(entry, conversation.message(message).orElseThrow());
      } else {
        assertEquals(message, entry.message());
        assertEquals(++step, entry.step());
      }
      entry.records().forEach(record -> assertTrue(records.add(record), "record " + record));
    }
    assertEquals(session.size(), records.size());
    assertEquals(prompts, conversation.prompts().size());
  }

  private static Conversation conversation(List<Told> session) {
    return Conversation.of(Told.HEADER, session.stream().map(Told::outline).toList());
  }

  private static Map<String, String> numbers(List<Told> session) {
    var numbers = new HashMap<String, String>();
    for (var entry : conversation(session).entries()) {
      numbers.put(name(entry.outline()), entry.number());
    }
    return numbers;
  }

  private static String name(EntryOutline outline) {
    return outline.conversation() + " " + outline.id();
  }

  /** Each transcript in its own order, and all of them mixed. */
  private static List<Told> shuffled(List<Told> session, Random random) {
    var transcripts = new HashMap<String, Deque<Told>>();
    session.forEach(
        told ->
            transcripts.computeIfAbsent(told.conversation(), _ -> new ArrayDeque<>()).add(told));
    var mixed = new ArrayList<Told>();
    var left = new ArrayList<>(transcripts.values());
    while (!left.isEmpty()) {
      var transcript = left.get(random.nextInt(left.size()));
      mixed.add(transcript.remove());
      left.removeIf(Deque::isEmpty);
    }
    return mixed;
  }
}
