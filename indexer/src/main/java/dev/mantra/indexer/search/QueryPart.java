package dev.mantra.indexer.search;

import java.util.List;

/** What has to be so of a session that is found. */
sealed interface QueryPart {

  /**
   * Has an answer for each kind of part. Java writes a class for each switch over types at run
   * time, which every search would wait for.
   *
   * @param <T> the answer
   * @param <X> what may go wrong
   */
  interface Visitor<T, X extends Exception> {
    T all(List<QueryPart> parts) throws X;

    T any(List<QueryPart> parts) throws X;

    T not(QueryPart excluded) throws X;

    T text(Text text) throws X;

    T fact(Fact fact) throws X;
  }

  <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X;

  /** All of these. An empty list is always so. */
  record All(List<QueryPart> parts) implements QueryPart {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X {
      return visitor.all(parts);
    }
  }

  /** One of these at least. */
  record Any(List<QueryPart> parts) implements QueryPart {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X {
      return visitor.any(parts);
    }
  }

  record Not(QueryPart part) implements QueryPart {

    @Override
    public <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X {
      return visitor.not(part);
    }
  }

  /** Something stands in it. */
  sealed interface Text extends QueryPart {

    /** In what forms it may stand there. */
    List<WordForm> forms(WordForms forms);

    @Override
    default <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X {
      return visitor.text(this);
    }
  }

  /** A word stands in it, or what the analyzer makes of one. */
  record Word(String text) implements Text {
    @Override
    public List<WordForm> forms(WordForms forms) {
      return forms.word(text);
    }
  }

  /** These words stand in it, one after the other. */
  record Phrase(String text) implements Text {
    @Override
    public List<WordForm> forms(WordForms forms) {
      return forms.phrase(text);
    }
  }

  /** A word that begins like this stands in it. */
  record Prefix(String text) implements Text {
    @Override
    public List<WordForm> forms(WordForms forms) {
      return forms.beginning(text);
    }
  }

  /** A word of ordinary language stands in it, in whatever form. */
  record Stem(String word) implements Text {
    @Override
    public List<WordForm> forms(WordForms forms) {
      return forms.stem(word);
    }
  }

  /**
   * Something is so of a field.
   *
   * @param value in small letters where case does not matter
   */
  record Fact(QueryField field, String value) implements QueryPart {

    @Override
    public <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X {
      return visitor.fact(this);
    }
  }
}
