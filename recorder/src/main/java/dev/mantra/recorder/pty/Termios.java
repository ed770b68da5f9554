package dev.mantra.recorder.pty;

/** A terminal's modes: {@code struct termios} as Linux lays it out (termios(3), asm-generic). */
final class Termios {

  /** Indexes of control characters. */
  static final int VEOF = 4;

  private static final int VTIME = 5;
  private static final int VMIN = 6;
  private static final int VLNEXT = 15;

  private static final int SIZE = 60;
  private static final int INPUT_MODES = 0;
  private static final int LOCAL_MODES = 12;
  private static final int CONTROL_CHARACTERS = 17;
  private static final int INPUT_CONTROL_CHARACTERS = 17;

  private static final int ICANON = 0x2;
  private static final int ECHO = 0x8;
  private static final int IEXTEN = 0x8000;

  private static final int TCSANOW = 0;

  private static final long TCGETATTR = Libc.find("tcgetattr");
  private static final long TCSETATTR = Libc.find("tcsetattr");
  private static final long CFMAKERAW = Libc.find("cfmakeraw");

  private final NativeMemory struct = NativeMemory.of(SIZE + 4);

  /** Reads the modes of a terminal; false when {@code fd} is none. */
  boolean load(Libc libc, int fd) {
    return libc.callInt(TCGETATTR, fd, struct.address(), 0) == 0;
  }

  /** Gives a terminal these modes, at once and without touching what it has buffered. */
  boolean apply(Libc libc, int fd) {
    return libc.callInt(TCSETATTR, fd, TCSANOW, struct.address()) == 0;
  }

  /** A copy in which every key goes through untouched. */
  Termios raw(Libc libc) {
    var copy = new Termios();
    copy.struct.bytes().put(0, struct.bytes(), 0, SIZE);
    libc.call(CFMAKERAW, copy.struct.address());
    return copy;
  }

  /** Nothing that is typed is shown. */
  void clearEcho() {
    setLocalModes(localModes() & ~ECHO);
  }

  /** Input is edited and handed over by lines. */
  boolean isCanonical() {
    return (localModes() & ICANON) != 0;
  }

  /** A person is typing what must not be seen: by lines, without echo (getpass(3) and its like). */
  boolean hidesInput() {
    return (localModes() & (ICANON | ECHO)) == ICANON;
  }

  /** The character that takes the special meaning from the next one, or 0 when there is none. */
  byte literalNext() {
    return (localModes() & IEXTEN) != 0 ? controlCharacter(VLNEXT) : 0;
  }

  byte controlCharacter(int index) {
    return struct.bytes().get(CONTROL_CHARACTERS + index);
  }

  /** Whether typing {@code b} would do something else than hand it over. */
  boolean isSpecial(byte b) {
    if (b == '\n') {
      return false;
    }
    // Carriage return may be mapped to newline, whatever the modes call it.
    boolean special = b == '\r' && struct.bytes().getInt(INPUT_MODES) != 0;
    for (int i = 0; i < INPUT_CONTROL_CHARACTERS && !special; i++) {
      boolean timing = i == VTIME || i == VMIN;
      special = !timing && b != 0 && controlCharacter(i) == b;
    }
    return special;
  }

  long address() {
    return struct.address();
  }

  private int localModes() {
    return struct.bytes().getInt(LOCAL_MODES);
  }

  private void setLocalModes(int modes) {
    struct.bytes().putInt(LOCAL_MODES, modes);
  }
}
