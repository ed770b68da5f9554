package dev.mantra.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a recording may hold to drive, ask, spy on or mislead the terminal of whoever looks at it.
 * Each is text; {@link #bytes} has all of them as a program would write them, those in raw C1 bytes
 * too.
 */
final class HostileSequences {

  private static final String ESC = "\u001b";
  private static final String BEL = "\u0007";
  private static final String ST = ESC + "\\";
  private static final String CSI = ESC + "[";
  private static final String OSC = ESC + "]";
  private static final String DCS = ESC + "P";
  private static final String APC = ESC + "_";
  private static final String PM = ESC + "^";
  private static final String SOS = ESC + "X";

  private HostileSequences() {}

  /** Every sequence, no two the same. */
  static List<String> all() {
    var all = new LinkedHashSet<String>();
    all.addAll(clipboard());
    all.addAll(titlesAndFolders());
    all.addAll(colours());
    all.addAll(queries());
    all.addAll(links());
    all.addAll(graphics());
    all.addAll(modes());
    all.addAll(printersAndKeys());
    all.addAll(screenAndCursor());
    all.addAll(c1());
    all.addAll(strings());
    all.addAll(misleading());
    all.addAll(incomplete());
    all.addAll(endless());
    return List.copyOf(all);
  }

  /** All of them one after the other, harmless letters in between, and raw bytes at the end. */
  static byte[] bytes() {
    var text = all().stream().map(each -> "a" + each + ST + "z\r\n").collect(Collectors.joining());
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    var raw = rawBytes();
    var bytes = new byte[utf8.length + raw.length];
    System.arraycopy(utf8, 0, bytes, 0, utf8.length);
    System.arraycopy(raw, 0, bytes, utf8.length, raw.length);
    return bytes;
  }

  /** C1 controls as single bytes, and bytes that are no UTF-8. */
  private static byte[] rawBytes() {
    var text = new StringBuilder();
    for (char c = 0x80; c <= 0xFF; c++) {
      text.append(c).append("52;c;ZXZpbA==").append((char) 0x9C).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> clipboard() {
    return terminated(
        "52;c;ZXZpbA==",
        "52;p;ZXZpbA==",
        "52;;ZXZpbA==",
        "52;c;?",
        "52;cps01;?",
        "52;c;!",
        "5522;type=read",
        "5522;type=write;ZXZpbA==",
        "50;xterm-evil",
        "50;?");
  }

  private static List<String> titlesAndFolders() {
    var all =
        new ArrayList<>(
            terminated(
                "0;evil",
                "1;evil",
                "2;evil",
                "l evil",
                "L evil",
                "3;_PROP=evil",
                "3;?WM_NAME",
                "7;file://evil/etc",
                "6;file:///etc/passwd",
                "9;evil message",
                "9;4;1;50",
                "777;notify;a;b",
                "99;i=1:d=0;evil",
                "1337;SetUserVar=a=ZXZpbA==",
                "1337;StealFocus",
                "1337;CurrentDir=/evil",
                "1337;ClearScrollback",
                "1337;CopyToClipboard=",
                "1337;SetProfile=evil",
                "1337;RequestAttention=yes",
                "1337;OpenURL=:ZXZpbA==",
                "133;A;evil",
                "633;E;rm -rf ~",
                "701;en_US",
                "22;pointer",
                "30;evil",
                "440;/evil.wav"));
    all.add(OSC + "2;title with " + ESC + "[2J escape" + BEL);
    all.add(OSC + "2;two\nlines" + BEL);
    all.addAll(csi("20t", "21t", "22;0t", "23;0t", "22;2t", "23;2t", ">0;1t", ">2T"));
    return all;
  }

  private static List<String> colours() {
    return terminated(
        "4;1;?",
        "4;1;rgb:00/00/00",
        "4;0;?;1;?;2;?",
        "5;0;?",
        "10;?",
        "10;#000000",
        "11;?",
        "11;#000000",
        "12;?",
        "12;#000000",
        "13;?",
        "14;?",
        "15;?",
        "16;?",
        "17;?",
        "18;?",
        "19;?",
        "21;foreground=?",
        "104",
        "105",
        "110",
        "111",
        "112",
        "117",
        "119",
        "1337;SetColors=bg=000",
        "P1ff0000",
        "R");
  }

  private static List<String> queries() {
    var all =
        csi(
            "c",
            "0c",
            ">c",
            ">0c",
            "=c",
            "5n",
            "6n",
            "?6n",
            "?15n",
            "?25n",
            "?26n",
            "?53n",
            "?55n",
            "?62n",
            "?63n",
            "?75n",
            "?85n",
            "?996n",
            "x",
            "1x",
            "?u",
            "?1$p",
            "?2004$p",
            "?2026$p",
            "4$p",
            ">q",
            ">0q",
            "11t",
            "13t",
            "13;2t",
            "14t",
            "14;2t",
            "15t",
            "16t",
            "18t",
            "19t",
            "1$w",
            "2$w",
            "?1;1;0S",
            "?2;1;0S",
            "?1;4;0S",
            "#R",
            "1;1;1;1;1;1*y",
            "'z",
            "1;2'z",
            "'|",
            "&u",
            "0\"v");
    for (var asked : List.of("m", "r", "\"p", "\"q", " q", "s", "t", "$|", "*|", "x")) {
      all.add(DCS + "$q" + asked + ST);
    }
    for (var asked : List.of("544e", "436f", "524742", "6b32", "4d73", "")) {
      all.add(DCS + "+q" + asked + ST);
    }
    all.add(DCS + "+Qevil" + ST);
    all.add(ESC + "Z");
    all.add("\u0005");
    return all;
  }

  private static List<String> links() {
    var all = new ArrayList<String>();
    for (var address :
        List.of(
            "file:///etc/passwd",
            "https://evil.example/",
            "javascript:alert(1)",
            "ssh://evil",
            "data:text/html,<script>alert(1)</script>",
            "x-man-page://evil",
            "vscode://evil",
            "tel:+1900",
            "\\\\evil\\share",
            "mailto:evil@evil.example?body=" + ESC + "[31m")) {
      all.add(OSC + "8;;" + address + ST + "shown" + OSC + "8;;" + ST);
      all.add(OSC + "8;id=\"><script>alert(1)</script>;" + address + BEL + "shown");
    }
    return all;
  }

  private static List<String> graphics() {
    return List.of(
        DCS + "q\"1;1;100;100#0;2;0;0;0#0~~@@vv@@~~$" + ST,
        DCS + "0;1;0q!4000~-!4000~" + ST,
        APC + "Ga=T,f=24,s=1,v=1;AAAA" + ST,
        APC + "Ga=q,i=1,s=1,v=1,f=24;AAAA" + ST,
        APC + "Ga=T,t=f;L2V0Yy9wYXNzd2Q=" + ST,
        APC + "Ga=T,t=t;L3RtcC9ldmls" + ST,
        APC + "Ga=T,t=s;L3NobQ==" + ST,
        APC + "Ga=d,d=A" + ST,
        OSC + "1337;File=name=ZXZpbA==;inline=1:AAAA" + BEL,
        OSC + "1337;File=name=ZXZpbA==;inline=0:AAAA" + BEL,
        OSC + "1337;MultipartFile=inline=1" + BEL,
        OSC + "1337;ReportCellSize" + BEL,
        OSC + "1337;ReportVariable=ZXZpbA==" + BEL,
        DCS + "p" + "S(E)(C1)" + ST,
        ESC + "%/G" + "Tek",
        CSI + "?38h",
        ESC + "\f");
  }

  private static List<String> modes() {
    var all = new ArrayList<String>();
    for (int mode :
        List.of(
            1, 2, 3, 5, 6, 7, 9, 12, 25, 40, 45, 47, 66, 67, 69, 80, 95, 1000, 1001, 1002, 1003,
            1004, 1005, 1006, 1007, 1015, 1016, 1034, 1036, 1039, 1047, 1048, 1049, 1070, 2004,
            2026, 2027, 2031, 2048, 5522, 8452, 9001, 80000)) {
      all.add(CSI + "?" + mode + "h");
    }
    all.addAll(
        csi(
            "2h", "4h", "12h", "20h", "?1r", "?1s", ">4;2m", ">1u", "=31;1u", "<99u", "!p", "61\"p",
            "2;1\"q", "?25l", "?7l", "?1049l", ">1p", ">s"));
    return all;
  }

  private static List<String> printersAndKeys() {
    return List.of(
        CSI + "5i",
        CSI + "4i",
        CSI + "i",
        CSI + "?5i",
        CSI + "?4i",
        CSI + "?1i",
        CSI + "?10i",
        DCS + "0;1|17/7265626f6f740d" + ST,
        DCS + "1$tevil" + ST,
        DCS + "2$tevil" + ST,
        DCS + "0;0;0;0{ @evil" + ST,
        DCS + "1;1;1!zevil" + ST,
        CSI + "1*z",
        DCS + "1000p" + ST,
        DCS + "@kevil" + ST,
        DCS + "=1s" + ST,
        DCS + "tmux;" + ESC + ESC + "]52;c;ZXZpbA==" + BEL + ST,
        ESC + "k" + "evil" + ST,
        CSI + "1;3q",
        CSI + "1;2;3;4;5z");
  }

  private static List<String> screenAndCursor() {
    return List.of(
        ESC + "c",
        ESC + "#8",
        ESC + "#3",
        ESC + "#6",
        CSI + "2J",
        CSI + "3J",
        CSI + "H",
        CSI + "999;999H",
        CSI + "999B",
        CSI + "999b",
        CSI + "8;1;1t",
        CSI + "8;9999;9999t",
        CSI + "9;1t",
        CSI + "2t",
        CSI + "3;0;0t",
        CSI + "5t",
        CSI + "7t",
        CSI + "10;1t",
        CSI + "2;2r",
        CSI + "2;2s",
        CSI + "999S",
        CSI + "999T",
        CSI + "999L",
        CSI + "999P",
        CSI + "999@",
        CSI + "999X",
        CSI + "0;8m",
        CSI + "30;40m",
        CSI + "38;2;21;23;28m",
        CSI + "?6h" + CSI + "2;1H",
        ESC + "7",
        ESC + "8",
        ESC + "D",
        ESC + "M",
        ESC + "E",
        ESC + "(0",
        ESC + "n",
        ESC + "o",
        ESC + "|",
        ESC + "%@",
        ESC + " G",
        "\b\b\b\b",
        "\r",
        "\t",
        "\u000b",
        "\f",
        "\u000e",
        "\u000f",
        BEL,
        "\u0000",
        "\u0011",
        "\u0013",
        "\u0018",
        "\u001a",
        "\u007f");
  }

  /** C1 controls that are characters of UTF-8. */
  private static List<String> c1() {
    var all = new ArrayList<String>();
    for (char c = 0x80; c < 0xA0; c++) {
      all.add(Character.toString(c));
    }
    all.add("\u009b31m");
    all.add("\u009d52;c;ZXZpbA==\u009c");
    all.add("\u0090$qm\u009c");
    all.add("\u009fGa=q;AAAA\u009c");
    all.add("\u0098evil\u009c");
    all.add("\u009eevil\u009c");
    return all;
  }

  private static List<String> strings() {
    return List.of(
        APC + "evil" + ST,
        PM + "evil" + ST,
        SOS + "evil" + ST,
        DCS + "evil" + ST,
        APC + ESC + "[2J" + ST,
        PM + "a\u0018" + CSI + "2J",
        SOS + "a\u001a" + OSC + "0;evil" + BEL,
        DCS + "q" + ESC + "c",
        OSC + OSC + "0;evil" + BEL,
        DCS + DCS + "+q544e" + ST,
        OSC + "0;a" + ESC + ESC + "\\",
        CSI + "31" + ESC + "[5n",
        CSI + "\n31m",
        CSI + "1\u00186n");
  }

  /** Text that reorders, hides or imitates what is around it. */
  private static List<String> misleading() {
    var all = new ArrayList<String>();
    for (int c :
        new int[] {
          0x061C, 0x200B, 0x200C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D,
          0x202E, 0x2060, 0x2062, 0x2066, 0x2067, 0x2068, 0x2069, 0x206A, 0x206F, 0xFEFF, 0xFFF9,
          0xFFFA, 0xFFFB, 0xFFFE, 0xFFFF, 0x00AD, 0x180E, 0xE0001, 0xE0041, 0xE007F, 0x1D173,
              0x1FFFF
        }) {
      all.add("evil" + Character.toString(c) + "gpj.exe");
    }
    all.add("\ud83c\udff4" + Character.toString(0xE0065) + "x" + Character.toString(0xE0076));
    all.add("<script>alert(1)</script>");
    all.add("\"><img src=x onerror=alert(1)>");
    all.add("]]><!--<![CDATA[&evil;%evil;");
    all.add("'; onload='alert(1)");
    all.add("</title></style><script>alert(1)</script>");
    all.add("@import url(//evil.example);}");
    return all;
  }

  /** Sequences that end with the recording, or swallow what stands behind. */
  private static List<String> incomplete() {
    return List.of(
        ESC,
        CSI,
        CSI + "?",
        CSI + "31;",
        CSI + ">",
        CSI + "1$",
        OSC,
        OSC + "52",
        OSC + "52;c;ZXZp",
        OSC + "8;;file:///etc",
        DCS,
        DCS + "$q",
        DCS + "q~~~~",
        APC,
        APC + "Ga=T;AAAA",
        PM,
        SOS,
        ESC + "(",
        ESC + "#",
        ESC + " ",
        OSC + "0;evil" + ESC,
        DCS + "+q544e" + ESC);
  }

  private static List<String> endless() {
    return List.of(
        OSC + "0;" + "x".repeat(70_000) + BEL,
        OSC + "52;c;" + "QUFB".repeat(50_000) + BEL,
        DCS + "q" + "~".repeat(100_000) + ST,
        APC + "G" + "A".repeat(100_000) + ST,
        CSI + "1;".repeat(5_000) + "m",
        CSI + "9".repeat(5_000) + "b",
        "x" + "\u0301".repeat(2_000),
        "x".repeat(20_000),
        OSC + "8;;" + "https://evil.example/".repeat(5_000) + ST + "shown",
        IntStream.range(0, 300).mapToObj(i -> ESC).collect(Collectors.joining()));
  }

  private static List<String> csi(String... rests) {
    return Arrays.stream(rests)
        .map(rest -> CSI + rest)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Each string ended in the two ways there are. */
  private static List<String> terminated(String... strings) {
    var all = new ArrayList<String>();
    for (var string : strings) {
      all.add(OSC + string + BEL);
      all.add(OSC + string + ST);
    }
    return all;
  }
}
