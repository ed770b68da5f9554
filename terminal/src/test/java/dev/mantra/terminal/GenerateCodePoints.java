package dev.mantra.terminal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.util.VersionInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes {@code code-points.bin} from ICU4J's copy of the Unicode character database. To take a new
 * Unicode version: raise {@code icu4j.version} in the module's pom and {@link
 * CodePoints#UNICODE_VERSION}, then
 *
 * <pre>
 *   ./mvnw -pl terminal test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=dev.mantra.terminal.GenerateCodePoints \
 *     -Dexec.args=terminal/src/main/resources/dev/mantra/terminal/code-points.bin
 * </pre>
 *
 * {@code UnicodeTest} fails as long as the checked-in file differs from what this makes.
 */
final class GenerateCodePoints {
  private static final int SOFT_HYPHEN = 0xAD;

  private GenerateCodePoints() {}

  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[0]), generate());
  }

  static int unicodeVersion() {
    return VersionInfo.ICU_VERSION.getMajor() == 0 ? 0 : UCharacter.getUnicodeVersion().getMajor();
  }

  static byte[] generate() {
    var out = new ByteArrayOutputStream();
    int from = 0;
    int current = properties(0);
    for (int codePoint = 1; codePoint <= 0x110000; codePoint++) {
      int here = codePoint < 0x110000 ? properties(codePoint) : -1;
      if (here != current) {
        for (int n = codePoint - from; ; n >>>= 7) {
          out.write(n < 0x80 ? n : (n & 0x7F) | 0x80);
          if (n < 0x80) {
            break;
          }
        }
        out.write(current >> 8);
        out.write(current);
        from = codePoint;
        current = here;
      }
    }
    return out.toByteArray();
  }

  static int properties(int codePoint) {
    int properties = width(codePoint) | (graphemeBreak(codePoint) << CodePoints.BREAK_SHIFT);
    properties |= conjunct(codePoint) << CodePoints.CONJUNCT_SHIFT;
    if (has(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)) {
      properties |= CodePoints.PICTOGRAPHIC;
    }
    if (has(codePoint, UProperty.EMOJI) && !has(codePoint, UProperty.REGIONAL_INDICATOR)) {
      if (!has(codePoint, UProperty.EMOJI_PRESENTATION)) {
        properties |= CodePoints.WIDE_AS_EMOJI;
      } else if (codePoint < 0x10000) {
        properties |= CodePoints.NARROW_AS_TEXT;
      }
    }
    return isPlain(codePoint, properties) ? properties | CodePoints.PLAIN : properties;
  }

  private static boolean isPlain(int codePoint, int properties) {
    return (properties & CodePoints.WIDTH) != 0
        && UCharacter.getType(codePoint) != UCharacter.SURROGATE
        && switch ((properties & CodePoints.BREAK) >> CodePoints.BREAK_SHIFT) {
          case CodePoints.OTHER, CodePoints.PREPEND, CodePoints.HANGUL_LV, CodePoints.HANGUL_LVT ->
              true;
          default -> false;
        };
  }

  private static int width(int codePoint) {
    int category = UCharacter.getType(codePoint);
    boolean mark = category == UCharacter.NON_SPACING_MARK || category == UCharacter.ENCLOSING_MARK;
    boolean format =
        category == UCharacter.FORMAT
            && codePoint != SOFT_HYPHEN
            && !has(codePoint, UProperty.PREPENDED_CONCATENATION_MARK);
    boolean separator =
        category == UCharacter.LINE_SEPARATOR || category == UCharacter.PARAGRAPH_SEPARATOR;
    int hangul = UCharacter.getIntPropertyValue(codePoint, UProperty.HANGUL_SYLLABLE_TYPE);
    boolean laterJamo =
        hangul == UCharacter.HangulSyllableType.VOWEL_JAMO
            || hangul == UCharacter.HangulSyllableType.TRAILING_JAMO;
    if (category == UCharacter.CONTROL || mark || format || separator || laterJamo) {
      return 0;
    }
    int eastAsian = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
    boolean wide =
        eastAsian == UCharacter.EastAsianWidth.WIDE
            || eastAsian == UCharacter.EastAsianWidth.FULLWIDTH;
    return wide ? 2 : 1;
  }

  private static int graphemeBreak(int codePoint) {
    return switch (UCharacter.getIntPropertyValue(codePoint, UProperty.GRAPHEME_CLUSTER_BREAK)) {
      case UCharacter.GraphemeClusterBreak.CONTROL,
          UCharacter.GraphemeClusterBreak.CR,
          UCharacter.GraphemeClusterBreak.LF ->
          CodePoints.CONTROL;
      case UCharacter.GraphemeClusterBreak.EXTEND ->
          has(codePoint, UProperty.EMOJI_MODIFIER) ? CodePoints.SKIN_TONE : CodePoints.EXTEND;
      case UCharacter.GraphemeClusterBreak.ZWJ -> CodePoints.ZWJ;
      case UCharacter.GraphemeClusterBreak.SPACING_MARK -> CodePoints.SPACING_MARK;
      case UCharacter.GraphemeClusterBreak.PREPEND -> CodePoints.PREPEND;
      case UCharacter.GraphemeClusterBreak.REGIONAL_INDICATOR -> CodePoints.REGIONAL_INDICATOR;
      case UCharacter.GraphemeClusterBreak.L -> CodePoints.HANGUL_L;
      case UCharacter.GraphemeClusterBreak.V -> CodePoints.HANGUL_V;
      case UCharacter.GraphemeClusterBreak.T -> CodePoints.HANGUL_T;
      case UCharacter.GraphemeClusterBreak.LV -> CodePoints.HANGUL_LV;
      case UCharacter.GraphemeClusterBreak.LVT -> CodePoints.HANGUL_LVT;
      default -> CodePoints.OTHER;
    };
  }

  private static int conjunct(int codePoint) {
    int value = UCharacter.getIntPropertyValue(codePoint, UProperty.INDIC_CONJUNCT_BREAK);
    int name = UProperty.NameChoice.LONG;
    return switch (UCharacter.getPropertyValueName(UProperty.INDIC_CONJUNCT_BREAK, value, name)) {
      case "Consonant" -> CodePoints.CONJUNCT_CONSONANT;
      case "Extend" -> CodePoints.CONJUNCT_EXTEND;
      case "Linker" -> CodePoints.CONJUNCT_LINKER;
      default -> 0;
    };
  }

  private static boolean has(int codePoint, int property) {
    return UCharacter.hasBinaryProperty(codePoint, property);
  }
}
