package dev.mantra.formats.transcript;

import java.nio.charset.StandardCharsets;
import java.util.function.ObjLongConsumer;

/**
 * Gives the messages of a transcript that is one JSON document, one at a time.
 *
 * <pre>
 *  {"sessionId":…,"messages":[  {…},{…},…  ],"summary":…}
 *  ╰──── the first record ────╯ ╰ each ╯   ╰─ the last ─╯
 * </pre>
 *
 * The first and the last record hold the members before and behind the messages; the last is given
 * even when it has none, since it says that the document is complete. Of a bare array there are
 * only the elements.
 */
final class DocumentReader {

  private static final byte[] FIRST_MEMBER = ascii("{\"messages\":");
  private static final byte[] LATER_MEMBER = ascii(",\"messages\":");

  private final RecordBuffer buffer;
  private final ObjLongConsumer<RecordBuffer> records;
  private Part part = Part.BEFORE;
  private boolean bare;
  private int depth;
  private long begin;

  private enum Part {
    BEFORE,
    HEAD,
    MESSAGES,
    TAIL,
    AFTER
  }

  /**
   * @param records takes each record, with the offset where it begins
   */
  DocumentReader(TranscriptLimits limits, ObjLongConsumer<RecordBuffer> records) {
    this.buffer = new RecordBuffer(limits);
    this.records = records;
  }

  /**
   * Takes the next bytes of the file.
   *
   * @param position the offset of the first of them
   */
  void feed(byte[] source, int from, int to, long position) {
    int i = from;
    while (i < to) {
      if (buffer.inString()) {
        i = buffer.addString(source, i, to);
      } else {
        take(source[i], position + i - from);
        i++;
      }
    }
  }

  boolean isComplete() {
    return part == Part.AFTER;
  }

  /** What there is of a record that has no end. */
  RecordBuffer rest() {
    return buffer;
  }

  /** Where that begins. */
  long restOffset() {
    return begin;
  }

  private void take(byte b, long at) {
    switch (part) {
      case BEFORE -> before(b, at);
      case HEAD -> head(b);
      case MESSAGES -> message(b, at);
      case TAIL -> tail(b);
      case AFTER -> {}
    }
  }

  private void before(byte b, long at) {
    if (b == '{') {
      part = Part.HEAD;
      begin = at;
      buffer.add(b);
      depth = 1;
    } else if (b == '[') {
      part = Part.MESSAGES;
      bare = true;
    }
  }

  private void head(byte b) {
    if (b == '[' && depth == 1 && endsBeforeMessages()) {
      buffer.add((byte) '}');
      emit();
      part = Part.MESSAGES;
      depth = 0;
    } else if (member(b)) {
      part = Part.AFTER;
    }
  }

  /** Whether the name of the messages stands at the end, where it is then taken away. */
  private boolean endsBeforeMessages() {
    if (buffer.endsWith(LATER_MEMBER)) {
      buffer.dropLast(LATER_MEMBER.length);
      return true;
    } else if (buffer.endsWith(FIRST_MEMBER)) {
      buffer.dropLast(FIRST_MEMBER.length - 1);
      return true;
    }
    return false;
  }

  private void message(byte b, long at) {
    if (depth == 0 && (b == ',' || b == ']' || isBlank(b))) {
      if (buffer.length() > 0) {
        emit();
      }
      if (b == ']') {
        part = bare ? Part.AFTER : Part.TAIL;
        begin = at;
        buffer.add((byte) '{');
        depth = 1;
      }
      return;
    }
    if (isBlank(b)) {
      buffer.pass();
      return;
    }
    if (buffer.taken() == 0) {
      begin = at;
    }
    nest(b);
    buffer.add(b);
    if (depth == 0 && (b == '}' || b == ']')) {
      emit();
    }
  }

  private void tail(byte b) {
    if (b == ',' && buffer.length() == 1) {
      buffer.pass();
    } else if (member(b)) {
      part = Part.AFTER;
    }
  }

  /** Takes a byte of the document's own members; true when it was the last. */
  private boolean member(byte b) {
    if (isBlank(b)) {
      buffer.pass();
      return false;
    }
    nest(b);
    buffer.add(b);
    if (depth == 0) {
      emit();
    }
    return depth == 0;
  }

  private void nest(byte b) {
    if (b == '{' || b == '[') {
      depth++;
    } else if (b == '}' || b == ']') {
      depth--;
    }
  }

  private void emit() {
    records.accept(buffer, begin);
    buffer.clear();
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
