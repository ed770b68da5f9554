package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mantra.replayer.render.ScreenFormat;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * What output may consist of, whatever was recorded: lists of what is allowed, never of what is
 * not.
 */
final class Harmless {

  private static final Pattern OUR_COLOURS =
      Pattern.compile(
          "\u001b\\[([0-9]{1,3}(;[0-9]{1,3})*|4:[2-5]|58:2::[0-9]+:[0-9]+:[0-9]+|58:5:[0-9]+)m");

  /** Unicode's Prepended_Concatenation_Mark: they have a shape, though they count as format. */
  private static final Set<Integer> PREPENDED_MARKS =
      Set.of(
          0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD,
          0x110CD);

  private static final Set<String> SVG_ELEMENTS =
      Set.of("svg", "title", "style", "rect", "text", "path");
  private static final Set<String> SVG_ATTRIBUTES =
      Set.of(
          "x",
          "y",
          "width",
          "height",
          "viewBox",
          "font-family",
          "font-size",
          "font-weight",
          "font-style",
          "fill",
          "space",
          "textLength",
          "text-anchor",
          "d");
  private static final String SVG_STYLE =
      "text{white-space:pre;font-variant-ligatures:none;font-kerning:none}";

  private static final Set<String> HTML_ELEMENTS =
      Set.of("html", "head", "meta", "title", "style", "body", "pre", "span", "svg", "path");
  private static final Set<String> HTML_ATTRIBUTES =
      Set.of(
          "charset",
          "http-equiv",
          "content",
          "name",
          "class",
          "viewBox",
          "preserveAspectRatio",
          "fill",
          "d");

  /** Those of pages of a conversation, with an image of the screen in them. */
  private static final Set<String> PAGE_ELEMENTS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "dl",
          "dt",
          "dd",
          "article",
          "header",
          "details",
          "summary",
          "a",
          "p",
          "pre",
          "code",
          "ins",
          "del",
          "em",
          "strong",
          "blockquote",
          "ul",
          "ol",
          "li",
          "br",
          "hr",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "svg",
          "rect",
          "path",
          "text");

  private static final Set<String> PAGE_ATTRIBUTES =
      Set.of(
          "charset",
          "http-equiv",
          "content",
          "name",
          "lang",
          "id",
          "class",
          "href",
          "rel",
          "start",
          "align",
          "width",
          "height",
          "viewBox",
          "font-family",
          "font-size",
          "font-weight",
          "font-style",
          "fill",
          "space",
          "x",
          "y",
          "d",
          "textLength",
          "text-anchor");

  private Harmless() {}

  /** A page of a conversation. */
  static void page(String output) throws Exception {
    html(output, PAGE_ELEMENTS, PAGE_ATTRIBUTES);
    assertFalse(output.matches("(?s).*href=\"(?!#|https?:|mailto:|\").*"), output);
  }

  static void check(ScreenFormat format, String output) throws Exception {
    switch (format) {
      case TEXT -> text(output);
      case ANSI -> coloured(output);
      case JSON -> json(output);
      case SVG -> svg(output);
      case HTML -> html(output, HTML_ELEMENTS, HTML_ATTRIBUTES);
    }
  }

  /** Visible characters and line feeds. */
  static void text(String output) {
    for (int i = 0; i < output.length(); ) {
      int c = output.codePointAt(i);
      boolean fine = c == '\n' || isVisible(c) || isPartOfEmoji(c, output, i);
      assertTrue(fine, () -> "U+%04X in: %s".formatted(c, excerpt(output, c)));
      i += Character.charCount(c);
    }
  }

  /** The same, and colours. */
  static void coloured(String output) {
    text(OUR_COLOURS.matcher(output).replaceAll(""));
  }

  static void json(String output) throws IOException {
    assertTrue(
        output.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f)), "not printable ASCII");
    assertTrue(new ObjectMapper().readTree(output).isObject());
  }

  private static void svg(String output) throws Exception {
    var style = markup(output, SVG_ELEMENTS, SVG_ATTRIBUTES);
    assertEquals(SVG_STYLE, style);
  }

  private static void html(String output, Set<String> elements, Set<String> attributes)
      throws Exception {
    assertTrue(output.startsWith("<!DOCTYPE html>\n"));
    var style = markup(output, elements, attributes);
    assertTrue(style.matches("[-#%&'()*+,./0-9:;@_a-zA-Z{} \n]*"), style);
    assertFalse(style.contains("url"), style);
    var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    var policy =
        "content=\"default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(hash)
            + "'\"";
    assertEquals(1, output.split(Pattern.quote(policy), -1).length - 1, policy);
  }

  /** Reads the whole document and gives back its style sheet. */
  private static String markup(String output, Set<String> elements, Set<String> attributes)
      throws Exception {
    text(output);
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    var reader = factory.createXMLStreamReader(new StringReader(output));
    var style = new StringBuilder();
    boolean inStyle = false;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          element(reader, elements, attributes);
          inStyle = reader.getLocalName().equals("style");
        }
        case XMLStreamConstants.END_ELEMENT -> inStyle = false;
        case XMLStreamConstants.CHARACTERS -> style.append(inStyle ? reader.getText() : "");
        case XMLStreamConstants.DTD -> assertEquals("<!DOCTYPE html>", doctype(output));
        case XMLStreamConstants.START_DOCUMENT, XMLStreamConstants.END_DOCUMENT -> {}
        default -> throw new AssertionError("neither element nor text: " + reader.getEventType());
      }
    }
    return style.toString();
  }

  private static void element(
      XMLStreamReader reader, Set<String> elements, Set<String> attributes) {
    assertTrue(elements.contains(reader.getLocalName()), reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      var name = reader.getAttributeLocalName(i);
      assertTrue(attributes.contains(name), name);
      if (Set.of("fill", "d", "class", "x", "y").contains(name)) {
        var value = reader.getAttributeValue(i);
        assertTrue(value.matches("[-#0-9a-zA-Z .]*"), value);
      }
    }
  }

  private static String doctype(String output) {
    return output.lines().findFirst().orElse("");
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> PREPENDED_MARKS.contains(c);
      default -> (c & 0xFFFE) != 0xFFFE;
    };
  }

  /** The joiner of emoji, and the tags that spell a flag. */
  private static boolean isPartOfEmoji(int c, String output, int at) {
    if (c == 0x200D) {
      return true;
    }
    if (c < 0xE0020 || c > 0xE007F) {
      return false;
    }
    int flag = at;
    while (flag > 0 && output.codePointBefore(flag) >= 0xE0020) {
      flag -= 2;
    }
    return flag > 0 && output.codePointBefore(flag) == 0x1F3F4;
  }

  private static String excerpt(String output, int c) {
    int at = output.indexOf(c);
    return SafeText.of(output.substring(Math.max(0, at - 40), Math.min(output.length(), at + 40)));
  }
}
