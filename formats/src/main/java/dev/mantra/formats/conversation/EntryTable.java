package dev.mantra.formats.conversation;

import dev.mantra.formats.conversation.NumberedEntry.Basis;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.SubAgent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of a session, each once, with what later ones have changed in them.
 *
 * <p>Each knows the one that it followed in its conversation, and so the conversation that counts
 * is the way back from its last entry, however often it went back and on again.
 */
final class EntryTable {

  private static final int NONE = -1;
  private static final long MILLISECOND = 1_000_000;

  /** So many sub-agents of sub-agents are followed. */
  private static final int DEEPEST = 32;

  private record Key(String agent, String conversation, String id) {}

  private record CallKey(String agent, String id) {}

  private record AgentKey(String agent, String id) {}

  private record ConversationKey(String agent, String id) {}

  /** An entry. */
  static final class Row {
    private final Timing.Moment first;
    private final int previous;
    private final List<Integer> records = new ArrayList<>(1);
    private EntryOutline outline;
    private Timing.Moment complete;

    private Row(EntryOutline outline, Timing.Moment moment, int previous) {
      this.outline = outline;
      this.first = moment;
      this.complete = moment;
      this.previous = previous;
    }

    EntryOutline outline() {
      return outline;
    }

    /** Where it stands in the order: when it was first known. */
    long order() {
      // What happened in a message's own millisecond happened before it was said.
      return outline.kind() == Kind.FILES ? first.at() - MILLISECOND + 1 : first.at();
    }

    Timing.Moment first() {
      return first;
    }

    Timing.Moment complete() {
      return complete;
    }

    List<Integer> records() {
      return records;
    }
  }

  private final Timing timing;
  private final List<Row> rows = new ArrayList<>();
  private final Map<Key, Integer> byId = new HashMap<>();
  private final Map<CallKey, Integer> calls = new HashMap<>();

  /** The calls that started sub-agents, where an entry tells both. */
  private final Map<AgentKey, String> starts = new HashMap<>();

  private final Map<ConversationKey, Integer> heads = new HashMap<>();
  private final BitSet derived = new BitSet();
  private int records;

  EntryTable(Timing timing) {
    this.timing = timing;
  }

  void add(EntryOutline outline) {
    var key = new Key(outline.agent(), outline.conversation(), outline.id());
    var known = byId.get(key);
    Row row;
    if (known == null) {
      byId.put(key, rows.size());
      if (outline.kind() == Kind.TOOL) {
        calls.put(new CallKey(outline.agent(), outline.id()), rows.size());
      }
      row = new Row(outline, timing.moment(outline), place(outline));
      rows.add(row);
    } else {
      row = rows.get(known);
      change(row, outline);
    }
    row.records.add(records++);
    outline
        .subAgent()
        .filter(started -> !started.call().isEmpty())
        .ifPresent(
            started -> starts.put(new AgentKey(outline.agent(), started.id()), started.call()));
  }

  /**
   * Adds a message that no entry of the session tells of, when all that do are there. It counts if
   * what was said before it does.
   */
  void derived(DerivedEntry message) {
    derived.set(rows.size());
    rows.add(new Row(message.outline(), message.moment(), before(message)));
  }

  List<Row> rows() {
    return rows;
  }

  /** The row of the call that an entry of a sub-agent belongs to, or -1. */
  int caller(int row) {
    var entry = rows.get(row).outline;
    var call = entry.subAgent().map(started -> call(entry.agent(), started)).orElse("");
    if (call.isEmpty()) {
      return NONE;
    }
    // A sub-agent may have a conversation of its own, so the call may be in another one.
    int caller =
        byId.getOrDefault(
            new Key(entry.agent(), entry.conversation(), call),
            calls.getOrDefault(new CallKey(entry.agent(), call), NONE));
    return caller == row ? NONE : caller;
  }

  /** Not all transcripts of sub-agents tell it; then the one that called them does. */
  private String call(String agent, SubAgent started) {
    return started.call().isEmpty()
        ? starts.getOrDefault(new AgentKey(agent, started.id()), "")
        : started.call();
  }

  /**
   * The row in a main conversation that a row belongs to: itself, or the first call that led to it.
   */
  int root(int row) {
    int at = row;
    // Nothing says that what a transcript tells about calls does not go in circles.
    for (int depth = 0; depth < DEEPEST; depth++) {
      int caller = caller(at);
      if (caller == NONE) {
        return at;
      }
      at = caller;
    }
    return row;
  }

  /** Which rows of main conversations still count. */
  BitSet current() {
    var current = new BitSet(rows.size());
    for (int head : heads.values()) {
      for (int row = head; row != NONE; row = rows.get(row).previous) {
        current.set(row);
      }
    }
    derived.stream()
        .filter(row -> rows.get(row).previous == NONE || current.get(rows.get(row).previous))
        .forEach(current::set);
    return current;
  }

  /** The row that a new one follows; it is then the last of its conversation. */
  private int place(EntryOutline outline) {
    if (outline.subAgent().isPresent()) {
      return NONE;
    }
    var conversation = new ConversationKey(outline.agent(), outline.conversation());
    int previous = heads.getOrDefault(conversation, NONE);
    for (var mark : outline.marks()) {
      if (mark instanceof Block.Rewound(String last)) {
        var key = new Key(outline.agent(), outline.conversation(), last);
        previous = last.isEmpty() ? NONE : byId.getOrDefault(key, previous);
      }
    }
    heads.put(conversation, rows.size());
    return previous;
  }

  /** The last row that was said before a message in its conversation. */
  private int before(DerivedEntry message) {
    var outline = message.outline();
    int last = NONE;
    for (int i = 0; i < rows.size() && !derived.get(i); i++) {
      var row = rows.get(i);
      if (row.outline.subAgent().isEmpty()
          && row.outline.isBeside(outline)
          && row.order() <= message.moment().at()
          && (last == NONE || row.order() >= rows.get(last).order())) {
        last = i;
      }
    }
    return last;
  }

  private void change(Row row, EntryOutline outline) {
    row.outline = row.outline.then(outline);
    // What a transcript says once more has not happened again, and a prompt stays sent when it was.
    boolean isNews = outline.change() != Change.ADDED && row.first.basis() != Basis.TYPED;
    if (isNews) {
      row.complete = timing.stated(outline);
    }
  }
}
