package dev.mantra.replayer;

import dev.mantra.formats.derived.Pieces;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.terminal.Keyframe;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads a session through and writes its keyframes down.
 *
 * <p>They stand so close that from any moment the way back to one is short: after so much output,
 * or four times as much of the journal, where a frame is complete; within a frame if that goes on
 * for long. Time alone makes no keyframe, for waiting costs nothing when it is replayed. Where
 * keyframes are large they stand further apart, so that they take a small part of what the journal
 * takes.
 */
final class FirstPass {

  /** The usual distance in bytes of output. */
  static final int DISTANCE = 256 * 1024;

  /** A journal of single bytes is far longer than what it holds. */
  private static final int JOURNAL_SHARE = 4;

  /** A frame may put a keyframe off until so many times the distance is reached. */
  private static final int MOST_DELAY = 4;

  /** A keyframe is followed by so many times its own length of output at least. */
  private static final int DISTANCE_TO_LENGTH = 16;

  private final JournalReader reader;
  private final Supplier<Terminal> blank;
  private final Pieces.Sink sink;
  private final long distance;
  private final ScreenEvents events;
  private final List<Timeline.Mark> marks = new ArrayList<>();
  private final List<KeyframePoint> points = new ArrayList<>();
  private Drawing drawing;
  private FrameCutter frames;
  private JournalPlace lastPlace = JournalPlace.START;
  private long lastOffset;
  private long lastLength;

  /**
   * @param blank makes the terminal that the session starts with
   * @param sink takes the keyframes
   * @param distance how far they stand apart, in bytes of output
   */
  FirstPass(JournalReader reader, Supplier<Terminal> blank, Pieces.Sink sink, long distance) {
    this.reader = reader;
    this.blank = blank;
    this.sink = sink;
    this.distance = distance;
    this.events =
        new ScreenEvents(
            reader,
            marker -> marks.add(new Timeline.Mark(Math.max(0, marker.at()), marker.label())));
    this.drawing = new Drawing(blank.get(), 0);
    this.frames = cutter(StartingPoint.NO_FRAME);
    events.seek(JournalPlace.START, 0);
  }

  /**
   * Takes over what was made when the session was shorter, to go on from the last keyframe. Where
   * that is damaged, or the journal does not go on there, all is made anew.
   */
  void takeOver(KeyframeDirectory earlier, Pieces pieces) throws IOException {
    if (!earlier.points().isEmpty() && !goesOn(earlier, pieces)) {
      marks.clear();
      points.clear();
      drawing = new Drawing(blank.get(), 0);
      frames = cutter(StartingPoint.NO_FRAME);
      events.seek(JournalPlace.START, 0);
    }
  }

  private boolean goesOn(KeyframeDirectory earlier, Pieces pieces) throws IOException {
    for (var point : earlier.points()) {
      var keyframe = pieces.read(point.piece());
      if (keyframe.isEmpty()) {
        return false;
      }
      points.add(point.withPiece(sink.append(keyframe.get())));
    }
    var last = points.getLast();
    var terminal =
        pieces
            .read(earlier.points().getLast().piece())
            .flatMap(PackedKeyframe::unpack)
            .flatMap(Keyframe::restore);
    if (terminal.isEmpty() || last.marks() > earlier.marks().size()) {
      return false;
    }
    marks.addAll(earlier.marks().subList(0, last.marks()));
    drawing = new Drawing(terminal.get(), last.at());
    frames = cutter(last.frameSince());
    remember(last);
    events.seek(last.place(), last.at());
    events.nextAt();
    return reader.damage().isEmpty();
  }

  /** Reads from here to the end. */
  KeyframeDirectory run(Provenance made, ReadingProgress listener) throws IOException {
    var progress = new ProgressMeter(listener, made.end());
    for (var next = events.nextAt(); next.isPresent(); next = events.nextAt()) {
      long at = next.getAsLong();
      frames.passTo(at);
      var place = events.place();
      if (place.isPresent()) {
        progress.reach(place.get());
        if (drawing.visibleAt() < at && isDue(place.get())) {
          keep(place.get());
        }
      }
      frames.take(events.next());
    }
    frames.complete(drawing.time());
    var place = events.place();
    if (place.isPresent() && !drawing.isHalfDrawn(drawing.time()) && isDue(place.get())) {
      keep(place.get());
    }
    return new KeyframeDirectory(made, marks, points);
  }

  private boolean isDue(JournalPlace place) {
    long least = Math.max(distance, lastLength * DISTANCE_TO_LENGTH);
    long gone =
        Math.max(
            drawing.terminal().offset() - lastOffset,
            (place.position() - lastPlace.position()) / JOURNAL_SHARE);
    return gone >= (frames.since() == StartingPoint.NO_FRAME ? least : least * MOST_DELAY);
  }

  private void keep(JournalPlace place) throws IOException {
    var keyframe = PackedKeyframe.pack(Keyframe.write(drawing.terminal()));
    var point =
        new KeyframePoint(
            drawing.visibleAt(), frames.since(), place, marks.size(), sink.append(keyframe));
    points.add(point);
    remember(point);
  }

  private void remember(KeyframePoint point) {
    lastPlace = point.place();
    lastOffset = drawing.terminal().offset();
    lastLength = point.piece().length();
  }

  private FrameCutter cutter(long since) {
    return new FrameCutter(drawing, since, _ -> {});
  }
}
