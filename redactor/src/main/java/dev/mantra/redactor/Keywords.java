package dev.mantra.redactor;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds many words in a text in one pass over it. */
final class Keywords<T> {

  /** Takes what was found: a word from {@code start} to {@code end}, and what it stands for. */
  interface Sink<T> {
    void found(int start, int end, List<T> meanings);
  }

  private final AhoCorasickDoubleArrayTrie<List<T>> trie = new AhoCorasickDoubleArrayTrie<>();

  private Keywords(Map<String, List<T>> words) {
    trie.build(words);
  }

  /** Looks through a text for all words, in the order in which they end. */
  void search(char[] text, Sink<T> sink) {
    trie.parseText(text, (start, end, meanings) -> sink.found(start, end, meanings));
  }

  /** Collects words. */
  static final class Builder<T> {
    private final Map<String, List<T>> words = new TreeMap<>();

    void add(String word, T meaning) {
      words.computeIfAbsent(word, _ -> new ArrayList<>()).add(meaning);
    }

    Keywords<T> build() {
      return new Keywords<>(words);
    }
  }
}
