package dev.mantra.indexer.search;

import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** The fields of the index: their names, and how they are indexed. No text is stored. */
final class Fields {

  /** The session's id; on every document. */
  static final String SESSION = "session";

  /** The session's id, on the one document that stands for the session. */
  static final String SELF = "self";

  /** What is known of a session: see {@link CatalogEntry}; on the same document. */
  static final String ENTRY = "entry";

  static final String KIND = "kind";
  static final String TEXT = "text";
  static final String TITLE = "title";
  static final String TOOL = "tool";
  static final String COMMAND = "command";
  static final String FILE = "file";
  static final String HAS = "has";

  /** The first and the last moment of what a document tells, in milliseconds since 1970. */
  static final String FROM = "from";

  static final String TO = "to";

  /** Where a document's text is: see {@link TextPlace}. */
  static final String PLACE = "place";

  private static final FieldType KEYWORD = new FieldType();
  private static final FieldType GROUPED;
  private static final FieldType WORDS = new FieldType();

  static {
    KEYWORD.setIndexOptions(IndexOptions.DOCS);
    KEYWORD.setTokenized(false);
    KEYWORD.setOmitNorms(true);
    KEYWORD.freeze();
    GROUPED = new FieldType(KEYWORD);
    GROUPED.setDocValuesType(DocValuesType.SORTED);
    GROUPED.freeze();
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    WORDS.setTokenized(true);
    WORDS.freeze();
  }

  private Fields() {}

  static Field keyword(String name, String value) {
    return new Field(name, new BytesRef(value), KEYWORD);
  }

  /** A keyword by which documents are also told apart. A document has one at most. */
  static Field grouped(String name, String value) {
    return new Field(name, new BytesRef(value), GROUPED);
  }

  static Field words(String name, String text) {
    return new Field(name, text, WORDS);
  }

  static Field moment(String name, long millis) {
    return NumericDocValuesField.indexedField(name, millis);
  }

  static Field number(String name, long value) {
    return new NumericDocValuesField(name, value);
  }
}
