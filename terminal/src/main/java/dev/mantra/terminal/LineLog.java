package dev.mantra.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The lines seen so far, each once. A text that is seen again is the same line if that line is
 * nowhere to be seen at that moment: it was wiped, or it went into a scrollback that was wiped
 * since (a program that clears all and prints its history once more). Else it is a line of its own,
 * as in a listing with many equal lines.
 */
final class LineLog {
  /** More lines than this are handed out before the end; they are then no longer recognised. */
  private static final int MOST = 1 << 18;

  static final class Entry {
    final long number;
    final long firstSeen;
    long lastSeen;
    String text;
    DisplayedLine.Place place;

    private Entry(long number, String text, long now, DisplayedLine.Place place) {
      this.number = number;
      this.text = text;
      this.place = place;
      firstSeen = now;
      lastSeen = now;
    }
  }

  /** The lines of one text that are not on the screen. */
  private static final class Absent {
    final Deque<Entry> free = new ArrayDeque<>(2);
    final Deque<Entry> scrolledOff = new ArrayDeque<>(2);
    int epoch;

    void enter(int now) {
      if (epoch != now) {
        free.addAll(scrolledOff);
        scrolledOff.clear();
        epoch = now;
      }
    }

    boolean isEmpty() {
      return free.isEmpty() && scrolledOff.isEmpty();
    }
  }

  private final Consumer<DisplayedLine> sink;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<String, Absent> absent = new HashMap<>();
  private long count;
  private int epoch;

  LineLog(Consumer<DisplayedLine> sink) {
    this.sink = sink;
  }

  /** The scrollback was wiped, or laid out anew. */
  void beginEpoch(int number) {
    epoch = number;
  }

  /** The line with this text that comes into sight. */
  Entry appear(String text, long now, DisplayedLine.Place place) {
    Absent same = absent.get(text);
    if (same != null) {
      same.enter(epoch);
      Entry known = same.free.poll();
      if (known != null) {
        if (same.isEmpty()) {
          absent.remove(text);
        }
        known.place = place;
        known.lastSeen = Math.max(known.lastSeen, now);
        return known;
      }
    }
    if (entries.size() == MOST) {
      emit(MOST / 8);
    }
    var entry = new Entry(count++, text, now, place);
    entries.add(entry);
    return entry;
  }

  /** The line went where the user could scroll back to it. */
  void scrollOff(Entry entry, long now) {
    entry.lastSeen = Math.max(entry.lastSeen, now);
    entry.place = DisplayedLine.Place.MAIN;
    Absent same = absent.computeIfAbsent(entry.text, _ -> new Absent());
    same.enter(epoch);
    same.scrolledOff.add(entry);
  }

  /** The line is out of sight. */
  void vanish(Entry entry, long now, DisplayedLine.Place place) {
    entry.lastSeen = Math.max(entry.lastSeen, now);
    entry.place = place;
    absent.computeIfAbsent(entry.text, _ -> new Absent()).free.add(entry);
  }

  void finish() {
    emit(entries.size());
    absent.clear();
  }

  private void emit(int number) {
    for (int i = 0; i < number; i++) {
      Entry e = entries.remove();
      forget(e);
      sink.accept(new DisplayedLine(e.number, e.text, e.firstSeen, e.lastSeen, e.place));
    }
  }

  private void forget(Entry entry) {
    Absent same = absent.get(entry.text);
    if (same != null
        && (same.free.remove(entry) || same.scrolledOff.remove(entry))
        && same.isEmpty()) {
      absent.remove(entry.text);
    }
  }
}
