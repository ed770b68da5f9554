package dev.mantra.formats.conversation;

import dev.mantra.formats.conversation.NumberedEntry.Standing;
import dev.mantra.formats.event.Entry.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Gives the entries of a session their numbers. */
final class Numbering {

  private final EntryTable table;
  private final List<EntryTable.Row> rows;

  /** The message that each row is, or is a step of. */
  private final int[] message;

  Numbering(EntryTable table) {
    this.table = table;
    this.rows = table.rows();
    this.message = new int[rows.size()];
  }

  List<NumberedEntry> entries() {
    var order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingLong(row -> rows.get(row).order()))
            .toList();
    int count = 0;
    for (int row : order) {
      count += rows.get(row).outline().isMessage() ? 1 : 0;
      message[row] = count;
    }
    for (int row : order) {
      message[row] = message[table.root(row)];
    }
    return numbered(
        order.stream()
            .sorted(
                Comparator.<Integer>comparingInt(row -> message[row])
                    .thenComparing(row -> !rows.get(row).outline().isMessage()))
            .toList());
  }

  private List<NumberedEntry> numbered(List<Integer> order) {
    var current = table.current();
    var entries = new ArrayList<NumberedEntry>(order.size());
    int step = 0;
    int prompts = 0;
    for (int number : order) {
      var row = rows.get(number);
      boolean isMessage = row.outline().isMessage();
      boolean isNext = entries.isEmpty() || entries.getLast().message() != message[number];
      step = isMessage ? 0 : isNext ? 1 : step + 1;
      boolean isPrompt = isMessage && row.outline().kind() == Kind.USER;
      prompts += isPrompt ? 1 : 0;
      entries.add(
          new NumberedEntry(
              message[number],
              step,
              isPrompt ? prompts : 0,
              row.outline(),
              row.complete().at(),
              row.complete().basis(),
              standing(number, current),
              row.records()));
    }
    return entries;
  }

  private Standing standing(int row, BitSet current) {
    int root = table.root(row);
    boolean counts = current.get(root) || rows.get(root).outline().subAgent().isPresent();
    return counts ? Standing.CURRENT : Standing.ABANDONED;
  }
}
