package dev.mantra.replayer;

import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file of keyframes holds.
 *
 * @param made what from, and by what
 * @param marks all markers of the session
 * @param points all keyframes, in order
 */
record KeyframeDirectory(Provenance made, List<Timeline.Mark> marks, List<KeyframePoint> points) {

  /** The version of this layout; to be raised also when other places are chosen for keyframes. */
  static final int LAYOUT = 2;

  KeyframeDirectory {
    marks = List.copyOf(marks);
    points = List.copyOf(points);
  }

  byte[] encode() {
    var out = new NumberWriter();
    made.write(out);
    out.number(marks.size());
    for (var mark : marks) {
      out.number(mark.at()).text(mark.label());
    }
    out.number(points.size());
    for (var point : points) {
      out.number(point.at())
          .number(point.frameSince())
          .place(point.place())
          .number(point.marks())
          .piece(point.piece());
    }
    return out.toArray();
  }

  /** The directory; empty when it is of another layout or not one at all. */
  static Optional<KeyframeDirectory> decode(byte[] bytes) {
    try {
      var in = new NumberReader(ByteBuffer.wrap(bytes));
      var made = Provenance.read(in);
      if (made.layout() != LAYOUT) {
        return Optional.empty();
      }
      var marks = new ArrayList<Timeline.Mark>();
      for (int left = in.smallNumber(); left > 0; left--) {
        marks.add(new Timeline.Mark(in.number(), in.text()));
      }
      var points = new ArrayList<KeyframePoint>();
      for (int left = in.smallNumber(); left > 0; left--) {
        points.add(
            new KeyframePoint(in.number(), in.number(), in.place(), in.smallNumber(), in.piece()));
      }
      return Optional.of(new KeyframeDirectory(made, marks, points));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
