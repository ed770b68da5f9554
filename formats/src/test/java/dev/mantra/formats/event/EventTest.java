package dev.mantra.formats.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

  private static final FileEdit ADDED =
      new FileEdit(
          1,
          FileEdit.Kind.ADDED,
          Bytes.utf8("a"),
          Optional.empty(),
          Optional.empty(),
          Optional.of(new FileState.Folder(0755)),
          Optional.empty(),
          0,
          0);

  private static final List<Event> ONE_OF_EACH =
      List.of(
          new Event.Output(7, Bytes.utf8("out")),
          new Event.Input(7, Bytes.utf8("in")),
          new Event.HiddenInput(7, 8),
          new Event.Resize(7, new WindowSize(100, 30)),
          new Event.Snapshot(
              7,
              new WorkspaceStart(Bytes.utf8("/w"), WorkspaceStart.Part.LAST, List.of(), List.of())),
          new Event.FileChange(7, 5, ADDED),
          new Event.NotCaptured(7, Bytes.utf8("core"), Omission.FILE_LIMIT, "9 GB"),
          new Event.Marker(7, "here"),
          new Event.Paused(7),
          new Event.Resumed(7),
          new Event.Gap(7, 3, 42, "disk full"),
          new Event.End(7, EndReason.EXITED, OptionalInt.of(3), Totals.NONE),
          new Event.Unknown(7, 200, Bytes.utf8("?")));

  @Test
  void movingAnEventThereAndBackChangesNothing() {
    for (var event : ONE_OF_EACH) {
      assertEquals(1007, event.withAt(1007).at());
      assertEquals(event, event.withAt(1007).withAt(7));
    }
  }

  @Test
  void aGapKeepsItsLengthWhenItMoves() {
    assertEquals(new Event.Gap(104, 100, 1, ""), new Event.Gap(7, 3, 1, "").withAt(104));
  }

  @Test
  void theMomentOfAChangeMovesWithIt() {
    assertEquals(
        new Event.FileChange(104, 102, ADDED), new Event.FileChange(7, 5, ADDED).withAt(104));
  }

  @Test
  void totalsCountEveryEventAndTheBytesOfBothDirections() {
    var totals = Totals.NONE;
    for (var event : ONE_OF_EACH) {
      totals = totals.plus(event);
    }
    assertEquals(new Totals(3, 2 + 8, ONE_OF_EACH.size(), 1, 0, 1), totals);
  }

  @Property
  void aWindowSizeIsReadBack(
      @ForAll @IntRange(max = WindowSize.MAX) int columns,
      @ForAll @IntRange(max = WindowSize.MAX) int rows) {
    var size = new WindowSize(columns, rows);
    assertEquals(size, WindowSize.parse(size.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "80", "80x", "x24", "80x-1", "80x65536", "80x24x1", "a80x24"})
  void whatIsNoWindowSizeIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> WindowSize.parse(text));
  }

  @Property
  void aSliceHasTheBytesOfItsPlace(
      @ForAll byte[] bytes,
      @ForAll @IntRange(max = 50) int from,
      @ForAll @IntRange(max = 50) int n) {
    var whole = Bytes.wrap(bytes.clone());
    if (from + n > bytes.length) {
      assertThrows(IndexOutOfBoundsException.class, () -> whole.slice(from, n));
      return;
    }
    var expected = Bytes.copyOf(bytes, from, n);
    assertEquals(expected, whole.slice(from, n));
    assertEquals(expected.hashCode(), whole.slice(from, n).hashCode());
  }
}
