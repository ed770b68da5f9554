package dev.mantra.replayer.play;

import static dev.mantra.replayer.play.PlayedSession.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording may hold, and must not get to the terminal it is played on. */
class HostileSessionTest {

  /** What has to be said to the terminal, by how it is said. */
  private static final List<String> OPERATING_SYSTEM_COMMANDS =
      List.of(
          "0;a new title",
          "1;icon",
          "2;title",
          "2;$(touch /tmp/x)",
          "L;old title",
          "3;_PROPERTY=x",
          "4;1;?",
          "4;1;rgb:00/00/00",
          "5;0;?",
          "7;file:///etc/passwd",
          "8;;file:///etc/passwd",
          "8;id=a;javascript:alert(1)",
          "8;;http://example.org/x",
          "9;a notification",
          "9;4;1;50",
          "10;?",
          "11;?",
          "11;#ff0000",
          "12;?",
          "17;?",
          "22;pointer",
          "30;konsole tab",
          "46;/tmp/log",
          "50;CursorShape=1",
          "50;?",
          "51;[\"call\",\"f\"]",
          "52;c;cm0gLXJmIC8K",
          "52;p;?",
          "52;c;?",
          "66;s=2;big",
          "99;i=1;a notification",
          "104",
          "110",
          "133;A",
          "133;C;cmdline=evil",
          "440;file:///x.wav",
          "633;E;rm -rf",
          "697;figterm",
          "777;notify;a;b",
          "1337;File=inline=1:AAAA",
          "1337;SetUserVar=a=b",
          "1337;ClearScrollback",
          "1337;CopyToClipboard=",
          "1337;RequestAttention=yes",
          "1337;ReportCellSize",
          "5113;ac=send",
          "5522;type=read",
          "7501;x",
          "30001",
          "99999;x");

  private static final List<String> CONTROL_SEQUENCES =
      List.of(
          "c",
          ">c",
          "=c",
          "5n",
          "6n",
          "?6n",
          "?15n",
          "?25n",
          "?26n",
          "?53n",
          "?996n",
          "0x",
          "1x",
          "11t",
          "13t",
          "14t",
          "16t",
          "18t",
          "19t",
          "20t",
          "21t",
          "1t",
          "2t",
          "3;0;0t",
          "4;100;100t",
          "5t",
          "6t",
          "8;10;10t",
          "9;1t",
          "22;0t",
          "23;0t",
          "?1$p",
          "?2026$p",
          "4$p",
          ">q",
          "?u",
          ">31u",
          "=31;1u",
          "<u",
          ">4;2m",
          "?4m",
          ">4n",
          ">1p",
          "!p",
          "\"p",
          "61;1\"p",
          "1\"q",
          "5i",
          "4i",
          "?5i",
          "?4i",
          "0i",
          "?1h",
          "?2l",
          "?3h",
          "?5h",
          "?9h",
          "?12h",
          "?40h",
          "?45h",
          "?47h",
          "?66h",
          "?67h",
          "?69h",
          "?1000h",
          "?1001h",
          "?1002h",
          "?1003h",
          "?1004h",
          "?1005h",
          "?1006h",
          "?1007h",
          "?1015h",
          "?1016h",
          "?1034h",
          "?1036h",
          "?1039h",
          "?1047h",
          "?1048h",
          "?1049h",
          "?2004h",
          "?2026h",
          "?2027h",
          "?2031h",
          "?2048h",
          "?5522h",
          "?7727h",
          "?9001h",
          "?1337h",
          "2h",
          "4h",
          "12h",
          "20h",
          "1;2r",
          "3;4s",
          "s",
          "u",
          "3J",
          "?3J",
          "2S",
          "2T",
          "99999b",
          "0;1;2;3;4;5T",
          "8;1;1;1;1*y",
          "1;1;9;9$x",
          "1;1*{",
          "2*|",
          "80$|",
          "1;1'z",
          "1'{",
          "'|",
          "#{",
          "1#p",
          "#q",
          "#R",
          "1;2;3;4$w",
          "1 t",
          "5 q",
          "1 A",
          "2 @",
          "3 u",
          "?1;1;0S",
          "?2;1;0S",
          "=1c",
          "38;5;1;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;m",
          "1:2:3:4:5:6:7m",
          "99999999999999999999H");

  private static final List<String> DEVICE_CONTROL_STRINGS =
      List.of(
          "$qm",
          "$q q",
          "$qr",
          "$q\"p",
          "+q544e",
          "+Q",
          "+p544e",
          "0;1|17/17;15/1b",
          "1;1|17/726d",
          "1$t",
          "2$u",
          "q#0;2;0;0;0#0~~",
          "0;0;8q\"1;1;9;9",
          "tmux;\033\033]52;c;eA==\007",
          "=1s",
          "=2s",
          "1000p{}",
          "1;1;1{x",
          "!zAB",
          "0;0;0!zFF",
          ">|xterm",
          "@kitty-cmd{\"cmd\":\"ls\"}",
          "@kitty-print|x",
          "2$t/./.");

  private static final List<String> ESCAPES =
      List.of(
          "\033c",
          "\0337",
          "\0338",
          "\033=",
          "\033>",
          "\033D",
          "\033E",
          "\033H",
          "\033M",
          "\033N",
          "\033O",
          "\033Z",
          "\033l",
          "\033m",
          "\033n",
          "\033o",
          "\033|",
          "\033}",
          "\033~",
          "\033#3",
          "\033#6",
          "\033#8",
          "\033%G",
          "\033%@",
          "\033(0",
          "\033)0",
          "\033*A",
          "\033-A",
          "\033 F",
          "\033 G",
          "\033`",
          "\033b",
          "\033d",
          "\033V",
          "\033W",
          "\033\\",
          "\033",
          "\033[",
          "\033[1",
          "\033]0",
          "\033P",
          "\005",
          "\007",
          "\010",
          "\016",
          "\017",
          "\021",
          "\023",
          "\024",
          "\030",
          "\032",
          "\177",
          "\u0000",
          "\u0084",
          "\u0085",
          "\u008d",
          "\u0090$qm\u009c",
          "\u009a",
          "\u009b6n",
          "\u009d0;title\u009c",
          "\u009d52;c;eA==\007",
          "\u009e x\u009c",
          "\u009fGa=q\u009c",
          "\u0098sos\u009c",
          "\u202eright to left",
          "\u2066\u2067\u2068\u2069",
          "\u200e\u200f\u061c",
          "\u2028\u2029",
          "\ufeff\ufff9\ufffa\ufffb",
          "\u00ad\u200b\u2060",
          "a\u200d\u202e\u0301",
          "\udb40\udc41\udb40\udc7f",
          "\033_Ga=T,f=24,s=1,v=1;AAAA\033\\",
          "\033_Ga=q,i=1;\033\\",
          "\033_other\033\\",
          "\033^private\033\\",
          "\033Xstring\033\\",
          "\033k screen title\033\\",
          "+++ATH0\r",
          "\033]0;never ended");

  /** What begins something, or goes on with it. */
  private static final String OPENERS = "\033[]P_?;mh";

  private static List<byte[]> payloads() {
    var payloads = new ArrayList<byte[]>();
    for (var command : OPERATING_SYSTEM_COMMANDS) {
      payloads.add(utf8("\033]" + command + "\007"));
      payloads.add(utf8("\033]" + command + "\033\\"));
    }
    CONTROL_SEQUENCES.forEach(sequence -> payloads.add(utf8("\033[" + sequence)));
    DEVICE_CONTROL_STRINGS.forEach(string -> payloads.add(utf8("\033P" + string + "\033\\")));
    ESCAPES.forEach(escape -> payloads.add(utf8(escape)));
    // controls of eight bits, which are no UTF-8
    for (int c = 0x80; c < 0xa0; c++) {
      payloads.add(new byte[] {(byte) c, '6', 'n', 'x'});
    }
    return payloads;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @TempDir Path folder;

  private byte[] played(List<Event> events, String keys) throws IOException {
    try (var session = new PlayedSession(folder, new WindowSize(40, 8), events)) {
      var evil = "\033]52;c;eA==\007\u009b6n\u202e";
      var landmark = new Landmark(0, Landmark.Kind.MESSAGE, evil, evil + "\r\n" + evil);
      session.window.size(70, 10).press(0.3, keys);
      session.play(PlayOptions.PLAIN.withTitle(evil), () -> List.of(landmark));
      assertEquals("", session.window.terminal().title());
      assertEquals(0, session.window.terminal().queries());
      return utf8(session.window.written());
    }
  }

  @Test
  void nothingButTheAllowedGetsToTheTerminal() throws IOException {
    var payloads = payloads();
    assertTrue(payloads.size() >= 300, payloads.size() + " payloads");
    var events = new ArrayList<Event>();
    for (int i = 0; i < payloads.size(); i++) {
      events.add(output(i * 0.1, "\r\n" + i + " "));
      events.add(new Event.Output(events.getLast().at(), Bytes.wrap(payloads.get(i))));
      // ends what is open, so that each of them is met on its own
      events.add(output(i * 0.1 + 0.05, "\033\\\030 shown"));
    }
    var written = played(events, "m/shown\rnnN:0:05\r,,..= ");
    assertTrue(AllowedOutput.check(written) > 1000, "there was something to check");
  }

  @Test
  void asLittleDoesWhatIsCutInTheMiddle() throws IOException {
    var events = new ArrayList<Event>();
    double at = 0;
    for (var payload : payloads()) {
      for (byte b : payload) {
        at += 0.02;
        events.add(new Event.Output((long) (at * 1e9), Bytes.wrap(new byte[] {b})));
      }
    }
    AllowedOutput.check(played(events, "m"));
  }

  @Test
  void asLittleDoesNoise() throws IOException {
    var random = new Random(20261121);
    var events = new ArrayList<Event>();
    for (int i = 0; i < 2000; i++) {
      var noise = new byte[random.nextInt(60)];
      random.nextBytes(noise);
      for (int k = 0; k < noise.length; k++) {
        // more of what begins something
        noise[k] =
            random.nextInt(8) == 0
                ? (byte) OPENERS.charAt(random.nextInt(OPENERS.length()))
                : noise[k];
      }
      events.add(new Event.Output(i * 20_000_000L, Bytes.wrap(noise)));
    }
    AllowedOutput.check(played(events, ""));
  }
}
