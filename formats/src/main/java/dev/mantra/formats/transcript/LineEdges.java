package dev.mantra.formats.transcript;

/**
 * What a line has before and behind its record: blanks, a carriage return, a byte order mark, and
 * the zeros that a file system leaves where it lost the data of a file.
 *
 * @param leading bytes before the record
 * @param trailing bytes behind it
 * @param zeros how many of them are zeros
 */
record LineEdges(int leading, int trailing, int zeros) {

  static LineEdges of(byte[] bytes, int from, int to) {
    int first = from;
    int zeros = 0;
    while (first < to && isBlank(bytes[first])) {
      zeros += bytes[first++] == 0 ? 1 : 0;
    }
    int last = to;
    while (last > first && isBlank(bytes[last - 1])) {
      zeros += bytes[--last] == 0 ? 1 : 0;
    }
    return new LineEdges(first - from, to - last, zeros);
  }

  /** Whether a byte says nothing outside a record; those of a byte order mark never begin one. */
  static boolean isBlank(byte b) {
    return b == ' '
        || b == '\t'
        || b == '\r'
        || b == '\n'
        || b == 0
        || b == (byte) 0xef
        || b == (byte) 0xbb
        || b == (byte) 0xbf;
  }
}
