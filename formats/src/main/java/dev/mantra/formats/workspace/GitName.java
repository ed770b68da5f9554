package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import java.util.Locale;

/**
 * Names of files as git writes them in diffs: what is not plain ASCII stands between quotation
 * marks, escaped as in C ({@code core.quotePath} in git-config(1)).
 */
public final class GitName {

  private GitName() {}

  /** A path, behind what shows which side of a diff it is on. */
  public static String of(String side, Bytes path) {
    var name = new StringBuilder(side);
    boolean quoted = false;
    for (int i = 0; i < path.length(); i++) {
      int b = path.at(i) & 0xff;
      var escaped = escaped(b);
      quoted |= escaped.length() > 1;
      name.append(escaped);
    }
    return quoted ? "\"" + name + "\"" : name.toString();
  }

  /** In a line that names one file, a tab ends a name with blanks. */
  static String alone(String side, Bytes path) {
    var name = of(side, path);
    return name.indexOf(' ') >= 0 && name.charAt(0) != '"' ? name + "\t" : name;
  }

  private static String escaped(int b) {
    return switch (b) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 7 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 11 -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default ->
          b >= ' ' && b < 0x7f ? Character.toString(b) : String.format(Locale.ROOT, "\\%03o", b);
    };
  }
}
