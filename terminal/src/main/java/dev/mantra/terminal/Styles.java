package dev.mantra.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All styles in use, each once and numbered in order of first use; 0 is the plain style. Numbers
 * are never given up: {@link Compaction} makes a new table.
 */
final class Styles {
  /** A stream that makes styles or links without end gets the table rebuilt at this many. */
  private static final int MANY = 1 << 20;

  private static final int WORDS = 5;

  private int[] words = new int[64 * WORDS];
  private int[] index = new int[256];
  private int size;
  private int room = MANY;
  private final List<Style.Link> links = new ArrayList<>();
  private final Map<Style.Link, Integer> linkNumbers = new HashMap<>();

  Styles() {
    intern(0, 0, 0, 0, 0);
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return Math.max(size, links.size()) >= room;
  }

  /** After a rebuild: the next one is due when there is twice as much. */
  void leaveRoom() {
    room = Math.max(MANY, 2 * Math.max(size, links.size()));
  }

  int intern(int foreground, int background, int underlineColor, int attributes, int link) {
    int mask = index.length - 1;
    int slot = hash(foreground, background, underlineColor, attributes, link) & mask;
    for (int found; (found = index[slot]) != 0; slot = (slot + 1) & mask) {
      int at = (found - 1) * WORDS;
      if (words[at] == foreground
          && words[at + 1] == background
          && words[at + 2] == underlineColor
          && words[at + 3] == attributes
          && words[at + 4] == link) {
        return found - 1;
      }
    }
    int at = size * WORDS;
    if (at == words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
    words[at] = foreground;
    words[at + 1] = background;
    words[at + 2] = underlineColor;
    words[at + 3] = attributes;
    words[at + 4] = link;
    index[slot] = ++size;
    if (size * 2 > index.length) {
      rehash();
    }
    return size - 1;
  }

  /**
   * The style of a cell that was erased by a pen with this background (DEC's back colour erase).
   */
  int erased(int background) {
    return background == 0 ? 0 : intern(0, background, 0, 0, 0);
  }

  int foreground(int style) {
    return words[style * WORDS];
  }

  int background(int style) {
    return words[style * WORDS + 1];
  }

  int underlineColor(int style) {
    return words[style * WORDS + 2];
  }

  int attributes(int style) {
    return words[style * WORDS + 3];
  }

  int link(int style) {
    return words[style * WORDS + 4];
  }

  /** The number of a link, from 1; 0 stands for no link. */
  int link(Style.Link link) {
    return linkNumbers.computeIfAbsent(
        link,
        l -> {
          links.add(l);
          return links.size();
        });
  }

  Style.Link linkAt(int number) {
    return links.get(number - 1);
  }

  int linkCount() {
    return links.size();
  }

  Style get(int style) {
    if (style == 0) {
      return Style.PLAIN;
    }
    int link = link(style);
    return new Style(
        Color.unpack(foreground(style)),
        Color.unpack(background(style)),
        Color.unpack(underlineColor(style)),
        attributes(style),
        link == 0 ? Optional.empty() : Optional.of(linkAt(link)));
  }

  private void rehash() {
    index = new int[index.length * 2];
    int mask = index.length - 1;
    for (int style = 0; style < size; style++) {
      int slot =
          hash(
                  foreground(style),
                  background(style),
                  underlineColor(style),
                  attributes(style),
                  link(style))
              & mask;
      while (index[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      index[slot] = style + 1;
    }
  }

  private static int hash(int a, int b, int c, int d, int e) {
    int h = a * 0x9E3779B1 + b * 0x85EBCA77 + c * 0xC2B2AE3D + d * 0x27D4EB2F + e * 0x165667B1;
    h ^= h >>> 15;
    h *= 0x2C1B3C6D;
    return h ^ (h >>> 13);
  }
}
