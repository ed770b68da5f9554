package dev.mantra.redactor.session;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.redactor.KnownValues;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the values that a redaction covers from the session itself, since the redaction holds none:
 * so nothing needs to be scanned again to look for them elsewhere.
 */
final class CoveredValues {

  /** What is read of a value so far. */
  private record Part(StringBuilder text, int of) {}

  private final Redaction.Marks marks;
  private final KnownValues values = new KnownValues();
  private final Map<Integer, Part> parts = new HashMap<>();
  private final Set<Integer> complete = new HashSet<>();

  private CoveredValues(Redaction.Marks marks) {
    this.marks = marks;
  }

  /** All values, by the numbers of their secrets; empty when one of them stands nowhere whole. */
  static Optional<KnownValues> read(Redaction redaction, SessionScan.Recording session)
      throws IOException {
    var covered = new CoveredValues(redaction.marks());
    EventTexts.map(session.header(), (i, text) -> covered.text(Field.HEADER, i, text));
    EventTexts.map(session.annotations(), (i, text) -> covered.text(Field.ANNOTATIONS, i, text));
    if (!redaction.marks().secrets().isEmpty()) {
      session.read(covered::take);
    }
    return covered.complete.size() == redaction.marks().secrets().size()
        ? Optional.of(covered.values)
        : Optional.empty();
  }

  private void take(long sequence, Event event) {
    switch (event) {
      case Event.Output e -> stream(marks.output(), sequence, e.bytes());
      case Event.Input e -> stream(marks.input(), sequence, e.bytes());
      case Event.Message _,
          Event.FileChange _,
          Event.NotCaptured _,
          Event.Marker _,
          Event.Gap _,
          Event.Unknown _ ->
          EventTexts.map(event, (i, text) -> text(sequence, i, text));
      case Event.HiddenInput _,
          Event.Resize _,
          Event.Snapshot _,
          Event.Paused _,
          Event.Resumed _,
          Event.End _ -> {}
    }
  }

  private String text(long sequence, int index, String text) {
    var cover = marks.texts().get(new Field(sequence, index));
    if (cover != null) {
      for (var one : cover.stretches()) {
        if (one.end() <= text.length()) {
          part(one.secret(), one.index(), one.of(), text.substring(one.start(), one.end()));
        }
      }
    }
    return text;
  }

  private void stream(StreamCover cover, long sequence, Bytes bytes) {
    cover
        .offsetOf(sequence)
        .ifPresent(
            offset -> {
              for (var one : cover.covers().within(offset, offset + bytes.length())) {
                if (one.isRest()) {
                  continue; // its first byte has stood for the character
                }
                int from = (int) Math.max(0, one.from() - offset);
                int to = (int) Math.min(bytes.length(), one.to() - offset);
                int index = one.index() + (int) (offset + from - one.from());
                part(one.secret(), index, one.of(), characters(bytes, from, to));
              }
            });
  }

  /** Of a stretch only the last character may have more bytes than the one that is its place. */
  private static String characters(Bytes bytes, int from, int to) {
    int end = to;
    while (bytes.at(to - 1) < 0 && end < bytes.length() && (bytes.at(end) & 0xC0) == 0x80) {
      end++;
    }
    return bytes.slice(from, end - from).toUtf8();
  }

  private void part(int secret, int index, int of, String text) {
    if (index == 0) {
      parts.put(secret, new Part(new StringBuilder(), of));
    }
    var part = parts.get(secret);
    if (part == null || part.of() != of || part.text().length() != index) {
      return; // what comes before it stands elsewhere
    }
    part.text().append(text);
    if (part.text().length() == of) {
      values.add(secret, part.text().toString());
      complete.add(secret);
      parts.remove(secret);
    }
  }
}
