package dev.mantra.cli;

import org.jline.keymap.KeyMap;

/** What a key does in {@code mantra browse}. */
enum BrowseKey {
  UP,
  DOWN,
  PAGE_UP,
  PAGE_DOWN,
  FIRST,
  LAST,
  PLAY,
  ERASE,
  ERASE_WORD,
  ERASE_ALL,
  BACK,
  SUSPEND,
  QUIT,
  TYPED,
  UNKNOWN;

  /** A key whose sequence has more after Escape has it within this time. */
  private static final long COMPLETE_MILLIS = 50;

  /** Which key sends what. */
  static KeyMap<BrowseKey> map() {
    var keys = new KeyMap<BrowseKey>();
    keys.setAmbiguousTimeout(COMPLETE_MILLIS);
    keys.setUnicode(TYPED);
    keys.setNomatch(UNKNOWN);
    for (char c = ' '; c < 0x7f; c++) {
      keys.bind(TYPED, String.valueOf(c));
    }
    keys.bind(UP, "\033[A", "\033OA", KeyMap.ctrl('P'));
    keys.bind(DOWN, "\033[B", "\033OB", KeyMap.ctrl('N'));
    keys.bind(PAGE_UP, "\033[5~");
    keys.bind(PAGE_DOWN, "\033[6~");
    keys.bind(FIRST, "\033[H", "\033OH", "\033[1~");
    keys.bind(LAST, "\033[F", "\033OF", "\033[4~");
    keys.bind(PLAY, "\r", "\n");
    keys.bind(ERASE, KeyMap.del(), "\b");
    keys.bind(ERASE_WORD, KeyMap.ctrl('W'));
    keys.bind(ERASE_ALL, KeyMap.ctrl('U'));
    keys.bind(BACK, KeyMap.esc());
    keys.bind(SUSPEND, KeyMap.ctrl('Z'));
    keys.bind(QUIT, KeyMap.ctrl('C'), KeyMap.ctrl('D'));
    return keys;
  }
}
