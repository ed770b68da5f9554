package dev.mantra.indexer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a query apart into its words. */
final class QueryLexer {

  /** A name before a colon, with something behind it. */
  private static final Pattern FIELD = Pattern.compile("([a-z]{2,12}):(?!//)(?=[^\\s:)])");

  private final String text;
  private final List<QueryToken> tokens = new ArrayList<>();
  private int at;
  private int depth;

  QueryLexer(String text) {
    this.text = text;
  }

  List<QueryToken> tokens() throws BadQueryException {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '(') {
        depth++;
        sign(TokenType.LEFT);
      } else if (c == ')') {
        depth--;
        sign(TokenType.RIGHT);
      } else if (c == '|') {
        sign(TokenType.OR);
      } else if (c == '-' && at + 1 < text.length() && isNegatable(text.charAt(at + 1))) {
        sign(TokenType.NOT);
      } else {
        word();
      }
    }
    tokens.add(new QueryToken(TokenType.END, "", "", text.length()));
    return tokens;
  }

  /** What looks like an option is a word. */
  private static boolean isNegatable(char next) {
    return next != '-' && !Character.isWhitespace(next);
  }

  private void sign(TokenType type) {
    tokens.add(new QueryToken(type, "", text.substring(at, at + 1), at));
    at++;
  }

  private void word() throws BadQueryException {
    int column = at;
    var field = field();
    if (at < text.length() && text.charAt(at) == '"') {
      int end = text.indexOf('"', at + 1);
      if (end < 0) {
        throw new BadQueryException(at, "this quote is not closed; add another one at its end");
      }
      tokens.add(new QueryToken(TokenType.PHRASE, field, text.substring(at + 1, end), column));
      at = end + 1;
      return;
    }
    int end = wordEnd();
    var word = text.substring(at, end);
    at = end;
    switch (field.isEmpty() ? word : "") {
      case "OR" -> tokens.add(new QueryToken(TokenType.OR, "", word, column));
      case "NOT" -> tokens.add(new QueryToken(TokenType.NOT, "", word, column));
      case "AND" -> {
        // What stands side by side must all be so anyway.
      }
      default -> tokens.add(new QueryToken(TokenType.WORD, field, word, column));
    }
  }

  private String field() throws BadQueryException {
    var matcher = FIELD.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    var name = matcher.group(1);
    if (QueryField.of(name).isEmpty()) {
      var meant = QueryField.nearest(name, QueryField.words());
      if (meant.isPresent()) {
        throw new BadQueryException(
            at,
            "there is no field '"
                + name
                + "'; did you mean "
                + meant.get()
                + ":? Put it in quotes to look for it as text");
      }
      return "";
    }
    at = matcher.end();
    return name;
  }

  /** Where a word ends: a parenthesis that it does not open itself is not part of it. */
  private int wordEnd() {
    int end = at;
    int open = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      char c = text.charAt(end);
      if (c == '"' || (c == ')' && open == 0 && depth > 0)) {
        break;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      end++;
    }
    return end;
  }
}
