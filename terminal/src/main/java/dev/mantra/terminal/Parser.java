package dev.mantra.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a byte stream into text, controls and sequences: Paul Williams' state machine for DEC
 * terminals, on UTF-8. Bytes from 0x80 on are always UTF-8, never 8-bit controls. All state lies in
 * fields, so that a stream may be cut anywhere between two calls.
 *
 * <p>Of an OSC the first 64 KiB are kept, of other strings the first 64 bytes: enough to tell what
 * they are. A control sequence with more than {@value Parameters#MOST} parameters is dropped.
 */
final class Parser {
  private static final int GROUND = 0;
  private static final int ESCAPE = 1;
  private static final int ESCAPE_INTERMEDIATE = 2;
  private static final int CSI = 3;
  private static final int CSI_INTERMEDIATE = 4;
  private static final int CSI_IGNORE = 5;
  private static final int STRING = 6;

  private static final int BEL = 0x07;
  private static final int CAN = 0x18;
  private static final int SUB = 0x1A;
  private static final int ESC = 0x1B;
  private static final int DEL = 0x7F;

  private static final int NOT_USUAL = -1;

  private static final int MOST_OSC = 1 << 16;
  private static final int MOST_STRING = 64;

  private final ControlFunctions functions;
  private final Utf8Decoder utf8 = new Utf8Decoder();
  private final Parameters parameters = new Parameters();
  private int state = GROUND;
  private int marker;
  private int intermediates;
  private int introducer;
  private byte[] text = new byte[256];
  private int textLength;

  /** Stream offset of index 0 of the array being fed. */
  private long base;

  private long offset;
  private long sequenceStart;

  Parser(ControlFunctions functions) {
    this.functions = functions;
  }

  /**
   * The number of bytes fed; during {@link ControlFunctions#controlString} those up to the string's
   * end.
   */
  long offset() {
    return offset;
  }

  /** The offset of the ESC of the sequence that was begun last. */
  long sequenceStart() {
    return sequenceStart;
  }

  /** Counts on from here, without any other change. */
  void continueAt(long atOffset, long lastSequenceStart) {
    offset = atOffset;
    sequenceStart = lastSequenceStart;
  }

  /** Whether the stream stands between two characters and outside of all sequences. */
  boolean isIdle() {
    return state == GROUND && !utf8.isPending();
  }

  void feed(byte[] bytes, int from, int to) {
    base = offset - from;
    int i = from;
    while (i < to) {
      i =
          switch (state) {
            case GROUND -> ground(bytes, i, to);
            case CSI -> csi(bytes, i, to);
            case STRING -> string(bytes, i, to);
            default -> sequenceByte(bytes[i], i);
          };
    }
    offset = base + to;
  }

  private int ground(byte[] b, int from, int to) {
    int i = utf8.isPending() ? decode(b, from, to) : from;
    while (i < to) {
      int ch = b[i];
      if (ch >= 0x20 || ch < 0) {
        int printed = functions.print(b, i, to);
        if (printed > i) {
          i = printed;
        } else if (ch == DEL) {
          i++;
        } else {
          i = decode(b, i, to);
        }
      } else if (ch == ESC) {
        sequenceStart = base + i;
        if (i + 1 < to && b[i + 1] == '[') {
          int end = usualCsi(b, i + 2, to);
          if (end == NOT_USUAL) {
            begin();
            end = csi(b, i + 2, to);
            if (state != GROUND) {
              return end;
            }
          }
          i = end;
        } else {
          state = ESCAPE;
          intermediates = 0;
          return i + 1;
        }
      } else {
        functions.execute(ch);
        i++;
      }
    }
    return i;
  }

  /** Decodes one character, or as much of it as there is. */
  private int decode(byte[] b, int from, int to) {
    int i = from;
    while (i < to) {
      int codePoint = utf8.accept(b[i]);
      offset = base + i + 1;
      if (codePoint == Utf8Decoder.REJECTED) {
        functions.print(Utf8Decoder.REPLACEMENT);
        return i;
      }
      i++;
      if (codePoint != Utf8Decoder.INCOMPLETE) {
        functions.print(codePoint);
        return i;
      }
    }
    return i;
  }

  /**
   * Reads a control sequence that is whole and holds only numbers and semicolons, as nearly all do.
   * Nothing is kept but in local variables.
   *
   * @return the index after it, or {@link #NOT_USUAL} if nothing was done
   */
  private int usualCsi(byte[] b, int from, int to) {
    int[] values = parameters.values;
    int count = 0;
    int value = 0;
    for (int i = from; i < to; i++) {
      int ch = b[i];
      int digit = ch - '0';
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        if (value > Parameters.LARGEST) {
          break;
        }
      } else if (ch == ';' && count < Parameters.MOST - 1) {
        values[count++] = value;
        value = 0;
      } else if (ch >= '@' && ch < DEL) {
        if (i > from) {
          values[count++] = value;
        }
        parameters.clear();
        parameters.count = count;
        functions.controlSequence(parameters, 0, 0, ch);
        return i + 1;
      } else {
        break;
      }
    }
    return NOT_USUAL;
  }

  private void begin() {
    state = CSI;
    marker = 0;
    intermediates = 0;
    parameters.clear();
  }

  private int csi(byte[] b, int from, int to) {
    Parameters p = parameters;
    int value = p.value;
    boolean begun = p.begun;
    int i = from;
    while (i < to) {
      int ch = b[i];
      int digit = ch - '0';
      if (digit >= 0 && digit <= 9) {
        begun = true;
        value = Math.min(value * 10 + digit, Parameters.LARGEST);
        i++;
      } else if (ch == ';' || ch == ':') {
        if (!p.add(value, ch == ':')) {
          state = CSI_IGNORE;
          return i;
        }
        begun = true;
        value = 0;
        i++;
      } else if (ch >= '@' && ch < DEL) {
        if (begun) {
          p.end(value);
        }
        state = GROUND;
        functions.controlSequence(p, marker, intermediates, ch);
        return i + 1;
      } else {
        p.value = value;
        p.begun = begun;
        i = sequenceByte((byte) ch, i);
        if (state != CSI) {
          return i;
        }
      }
    }
    p.value = value;
    p.begun = begun;
    return i;
  }

  /** One byte inside of an escape or control sequence. Returns the index to go on at. */
  private int sequenceByte(byte ch, int i) {
    if (ch < 0) {
      state = GROUND; // text again: the sequence was cut short
      return i;
    }
    if (ch < 0x20) {
      switch (ch) {
        case ESC -> {
          sequenceStart = base + i;
          state = ESCAPE;
          intermediates = 0;
        }
        case CAN, SUB -> state = GROUND;
        default -> functions.execute(ch);
      }
    } else if (ch != DEL) {
      switch (state) {
        case ESCAPE, ESCAPE_INTERMEDIATE -> escapeByte(ch);
        case CSI -> {
          if (ch < '0') {
            state = CSI_INTERMEDIATE;
            collect(ch);
            if (parameters.begun) {
              parameters.end(parameters.value);
            }
          } else if (ch >= '<' && !parameters.begun && marker == 0) {
            marker = ch;
          } else {
            state = CSI_IGNORE;
          }
        }
        case CSI_INTERMEDIATE -> {
          if (ch < '0') {
            collect(ch);
          } else if (ch < '@') {
            state = CSI_IGNORE;
          } else {
            state = GROUND;
            functions.controlSequence(parameters, marker, intermediates, ch);
          }
        }
        default -> state = ch < '@' ? CSI_IGNORE : GROUND;
      }
    }
    return i + 1;
  }

  private void escapeByte(int ch) {
    if (ch < '0') {
      state = ESCAPE_INTERMEDIATE;
      collect(ch);
    } else if (state == ESCAPE_INTERMEDIATE) {
      state = GROUND;
      functions.escape(intermediates, ch);
    } else {
      switch (ch) {
        case '[' -> begin();
        case ']', 'P', '_', '^', 'X' -> {
          state = STRING;
          introducer = ch;
          textLength = 0;
        }
        default -> {
          state = GROUND;
          functions.escape(0, ch);
        }
      }
    }
  }

  /** Keeps up to two intermediates; more of them stay an unknown pair. */
  private void collect(int ch) {
    intermediates = intermediates > 0xFF ? 0xFFFF : intermediates << 8 | ch;
  }

  private int string(byte[] b, int from, int to) {
    int i = from;
    int ch = 0;
    int begin = i;
    boolean osc = introducer == ']';
    while (i < to && ((ch = b[i]) >= 0x20 || ch < 0 || !endsString(ch, osc))) {
      if (osc && ch >= 0 && ch < 0x20) {
        keep(b, begin, i); // OSC text holds no controls
        begin = i + 1;
      }
      i++;
    }
    keep(b, begin, i);
    if (i == to) {
      return i;
    }
    state = GROUND;
    offset = base + i + (ch == ESC ? 2 : 1); // ST is ESC and a backslash
    if (ch == ESC) {
      state = ESCAPE;
      intermediates = 0;
    }
    if (ch == ESC || ch == BEL) {
      functions.controlString(introducer, text, textLength);
    }
    if (ch == ESC) {
      sequenceStart = base + i;
    }
    return i + 1;
  }

  private static boolean endsString(int ch, boolean osc) {
    return ch == ESC || ch == CAN || ch == SUB || (osc && ch == BEL);
  }

  private void keep(byte[] b, int from, int to) {
    int count = Math.min(to - from, (introducer == ']' ? MOST_OSC : MOST_STRING) - textLength);
    if (count > 0) {
      if (textLength + count > text.length) {
        text = Arrays.copyOf(text, Math.max(text.length * 2, textLength + count));
      }
      System.arraycopy(b, from, text, textLength, count);
      textLength += count;
    }
  }

  /**
   * The shortest bytes that bring a new parser to this one's state without any effect on the
   * screen: the beginning of a character or sequence that is not finished yet.
   */
  byte[] unfinished() {
    var out = new ByteArrayOutputStream();
    if (state == GROUND) {
      out.writeBytes(utf8.pending());
      return out.toByteArray();
    }
    out.write(ESC);
    switch (state) {
      case ESCAPE -> {}
      case ESCAPE_INTERMEDIATE -> writeIntermediates(out);
      case STRING -> {
        out.write(introducer);
        out.write(text, 0, textLength);
      }
      case CSI_IGNORE -> out.writeBytes(new byte[] {'[', '0', '?'});
      default -> {
        out.write('[');
        if (marker != 0) {
          out.write(marker);
        }
        writeParameters(out);
        writeIntermediates(out);
      }
    }
    return out.toByteArray();
  }

  private void writeParameters(ByteArrayOutputStream out) {
    for (int i = 0; i < parameters.count; i++) {
      write(parameters.values[i], out);
      if (i + 1 < parameters.count || state == CSI) {
        out.write(parameters.isPart(i + 1) ? ':' : ';');
      }
    }
    if (state == CSI && parameters.begun) {
      write(parameters.value, out);
    }
  }

  private static void write(int number, ByteArrayOutputStream out) {
    out.writeBytes(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
  }

  private void writeIntermediates(ByteArrayOutputStream out) {
    if (intermediates == 0xFFFF) {
      out.writeBytes(new byte[] {' ', ' ', ' '});
    } else {
      if (intermediates > 0xFF) {
        out.write(intermediates >> 8);
      }
      if (intermediates != 0) {
        out.write(intermediates);
      }
    }
  }
}
