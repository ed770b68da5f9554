package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesCommandTest {

  private static final String ID = "20261120T083000Z-claude-bcdfgh";

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));
  private TestSessions sessions = new TestSessions(Path.of("/"));

  @BeforeEach
  void fill() throws IOException {
    mantra = new TestProgram(home);
    sessions = new TestSessions(mantra.sessions());
    sessions.add(ID, header -> header, TestMessages.everything());
  }

  @Test
  void promptsRepliesAndToolsAreListedWithTheirNumbers() {
    assertEquals(
        """
        1 0:01.0 user count the ships
        1.2 0:04.0 tool (failed with status 2) Bash ls ships
        1.3 0:06.0 tool Write a.txt
        1.4 0:07.0 assistant [a7] I was asked to look
        2 0:08.0 assistant There are three:
        3 0:09.0 user (abandoned) and the boats?
        4 0:10.0 assistant (abandoned) None.
        5 0:12.0 user thank you
        """,
        listed("messages", "last"));
  }

  @Test
  void numbersAreTheSameWhicheverKindsAreShown() {
    assertEquals(
        """
        1 0:01.0 user count the ships
        3 0:09.0 user (abandoned) and the boats?
        5 0:12.0 user thank you
        """,
        listed("messages", "last", "--kind", "user"));
    assertEquals(
        """
        0.1 0:00.0 system the conversation begins in /home/ada/shop
        1.1 0:02.0 thinking Where are they?
        4.1 0:11.0 system the conversation went back
        5.1 0:13.0 unknown odd
        5.2 0:14.0 summary the conversation is called: Counting ships
        """,
        listed("messages", "last", "--kind=system,thinking,summary,snapshot,progress,unknown"));
    assertEquals(13, mantra.run("messages", "last", "--kind", "all").out().lines().count());
  }

  @Test
  void theListMayBeAPart() {
    var part = mantra.run("messages", "last", "--from", "2", "--to", "user:2").out();
    assertEquals(List.of("2", "3"), part.lines().map(line -> line.split(" ", 2)[0]).toList());
  }

  @Test
  void inFullItIsAllThatWasSaidAndDone() {
    var full = mantra.run("messages", "last", "--full").out();
    for (var part :
        List.of(
            "2  assistant · 0:08 · 2026-11-20 08:30:08 · opus\nThere are three:\n\n1. \u9727\n2. Tom\n",
            "Bash\n    {\"command\":\"ls ships\"}\nfailed with status 2\n    no such folder\n",
            "added a.txt\n    @@ -0,0 +1 @@\n    +x\n",
            "assistant · 0:07 · 2026-11-20 08:30:07 · opus · sub-agent a7\n",
            "thank you\na picture, image/png of 1234 bytes\n",
            " · abandoned\n")) {
      assertTrue(full.contains(part), part + " is not in\n" + full);
    }
  }

  @Test
  void aSessionWithoutMessagesIsAnsweredWithOne() throws IOException {
    sessions.small("20261121T083000Z-bash-bcdfgh", 0);
    var none = mantra.run("messages", "last");
    assertEquals(1, none.status());
    assertEquals("", none.out());
    assertTrue(none.err().contains("no messages"), none.err());
    assertEquals(1, mantra.run("messages", ID, "--kind", "snapshot").status());
    assertEquals(1, mantra.run("messages", ID, "--kind", "snapshot", "--json").status());
  }

  @Test
  void aKindThatThereIsNotIsAnsweredWithThoseThereAre() {
    var wrong = mantra.run("messages", "last", "--kind", "users");
    assertEquals(2, wrong.status());
    assertTrue(
        wrong.err().contains("'users' is no kind of message; there are user, "), wrong.err());
  }

  @Test
  void onATerminalLinesFitAndCannotDoHarm() throws IOException {
    var hostile = "\u001b]52;c;ZXZpbA==\u0007\u202eevil\u0000 " + "\u9727".repeat(100);
    sessions.add(
        "20261121T083000Z-claude-bcdfgh",
        header -> header,
        List.of(
            TestMessages.of(1, "p", Kind.USER, new Block.Text(hostile)),
            TestMessages.of(2, "c", Kind.TOOL, new Block.Call("c", hostile, hostile)),
            TestMessages.of(3, "r", Kind.ASSISTANT, new Block.Text("x".repeat(1 << 20)))));
    mantra.onTerminal(60, Stream.OUT);
    for (var line : mantra.run("messages", "last").out().lines().toList()) {
      var plain = line.replaceAll("\u001b\\[[0-9;]*m", "");
      assertTrue(DisplayWidth.of(plain) <= 60, plain);
      assertTrue(plain.chars().noneMatch(c -> c < ' ' || c == 0x202e), plain);
    }
    var full = mantra.run("messages", "last", "--full").out().replaceAll("\u001b\\[[0-9;]*m", "");
    assertTrue(full.chars().noneMatch(c -> (c < ' ' && c != '\n') || c == 0x202e));
    assertTrue(full.contains("x".repeat(1 << 20)));
    var json = mantra.run("messages", "last", "--full", "--json").out();
    assertTrue(json.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f)));
  }

  @Test
  void aSessionThatIsBeingRecordedIsListedAsFarAsItGot() throws IOException {
    sessions.recording("20261121T083000Z-claude-bcdfgh");
    assertEquals(1, mantra.run("messages", "last").status());
  }

  @Test
  void theScreenAtAMessageIsTheOneThatShowsIt() {
    assertTrue(mantra.run("screen", "last", "--at", "1").out().contains("count the ships"));
    assertTrue(mantra.run("screen", "last", "--at", "2").out().contains("3. Meg"));
    assertFalse(mantra.run("screen", "last", "--at", "1.3").out().contains("3. Meg"));
    assertEquals(1, mantra.run("screen", "last", "--at", "9").status());
    assertEquals(
        "mantra: there is no message 9: this session has 5 messages\n",
        mantra.run("screen", "last", "--at", "9").err());
  }

  @Test
  void aMessageCanBeMarked() {
    assertEquals(0, mantra.run("mark", "last", "--at", "user:2", "boats").status());
    assertTrue(mantra.run("info", "last").out().contains("0:09 boats"));
  }

  /** What is printed, with one blank between the columns. */
  private String listed(String... arguments) {
    return mantra.run(arguments).out().replaceAll(" +", " ");
  }
}
