package dev.mantra.recorder.history;

import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.EntryOutline;
import dev.mantra.formats.conversation.Fact;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a session holds, as {@code src/test/opinion/histories.py} tells it of the agent's own files:
 * counts, and hashes of all texts.
 */
final class ImportedRow {

  private final Map<String, String> calls = new TreeMap<>();
  private final TreeSet<String> answered = new TreeSet<>();
  private final TreeSet<String> files = new TreeSet<>();
  private final TreeSet<String> agents = new TreeSet<>();
  private final List<String> agentsWords = new ArrayList<>();

  private ImportedRow() {}

  static String of(String home, Session session) throws IOException {
    var messages = ToyHome.messages(session);
    var row = new ImportedRow();
    messages.stream().map(Event.Message::entry).forEach(row::add);
    var entry = messages.getFirst().entry();
    return String.join(
        "\t",
        home,
        entry.agent() + ":" + entry.conversation(),
        sums(said(session, messages)),
        sums(
            row.calls.entrySet().stream()
                .map(call -> call.getValue() + " " + row.end(call.getKey()))
                .sorted()
                .toList()),
        sums(List.copyOf(row.files)),
        row.agents.size() + " " + hash(row.agentsWords.stream().sorted()).substring(0, 12));
  }

  /** The messages as they are numbered. */
  private static List<String> said(Session session, List<Event.Message> messages)
      throws IOException {
    var outlines = messages.stream().<Fact>map(EntryOutline::of).toList();
    return Conversation.of(session.summary().header(), outlines).messages().stream()
        .map(message -> line(message.outline().kind(), text(message, messages)))
        .toList();
  }

  private static String text(NumberedEntry message, List<Event.Message> messages) {
    var text = "";
    for (int record : message.records()) {
      var entry = messages.get(record).entry();
      text = entry.change() == Entry.Change.EXTENDED ? text + entry.text() : entry.text();
    }
    return text;
  }

  private void add(Entry entry) {
    boolean isSaid = entry.kind() == Entry.Kind.USER || entry.kind() == Entry.Kind.ASSISTANT;
    // What is added to a reply later is what it cost.
    isSaid &= entry.change() != Entry.Change.EXTENDED;
    if (entry.subAgent().isPresent() && isSaid) {
      agents.add(entry.subAgent().get().id());
      agentsWords.add(line(entry.kind(), entry.text()));
    }
    for (var block : entry.blocks()) {
      switch (block) {
        case Block.Call call -> calls.put(call.id(), call.name());
        case Block.Result result -> {
          answered.add(result.call());
          calls.putIfAbsent(result.call(), "");
        }
        case Block.Edit edit -> files.add(edit.path().substring(edit.path().lastIndexOf('/') + 1));
        case Block.Text _, Block.Image _, Block.Rewound _, Block.Titled _, Block.Began _ -> {}
      }
    }
  }

  private String end(String call) {
    return answered.contains(call) ? "done" : "open";
  }

  private static String line(Entry.Kind kind, String text) {
    return kind + " " + hash(Stream.of(text));
  }

  private static String sums(List<String> lines) {
    return lines.size() + " " + hash(lines.stream()).substring(0, 12);
  }

  private static String hash(Stream<String> lines) {
    var text = String.join("\n", lines.toList());
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
