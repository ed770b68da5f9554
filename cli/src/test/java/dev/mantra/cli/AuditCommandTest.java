package dev.mantra.cli;

import static dev.mantra.cli.TestSessions.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** audit, and the lists that allow and hide add to. */
final class AuditCommandTest {

  private static final String PLAIN = "river-" + "otter-" + "42-stone";

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void start() throws IOException {
    mantra = new TestProgram(home);
    new TestSessions(mantra.sessions())
        .add(
            "20261121T090000Z-claude-bbbbbb",
            header -> header,
            List.of(
                new Event.Output(1, Bytes.utf8("it is " + PLAIN + "\r\n")),
                TestMessages.of(2, "p1", Kind.USER, new Block.Text("show me the settings")),
                TestMessages.of(
                    3, "c1", Kind.TOOL, new Block.Call("c1", "Bash", "{\"command\":\"cat .env\"}")),
                TestMessages.extended(
                    4,
                    "c1",
                    new Block.Result(
                        "c1", Block.Result.Outcome.DONE, "GH_TOKEN=" + TOKEN, OptionalInt.of(0))),
                TestMessages.of(
                    5, "c2", Kind.TOOL, new Block.Call("c2", "Read", "{\"file_path\":\"a.md\"}")),
                TestMessages.of(6, "r1", Kind.ASSISTANT, new Block.Text("There is one.")),
                TestSessions.end(9_000_000_000L, 0)));
  }

  @Test
  void anAuditSaysWhatWasSentRunAndReadAndWhichSecretsTheAgentHasSeen() throws IOException {
    var shown = mantra.run("audit", "last");
    assertEquals(0, shown.status(), shown.err());
    var lines = shown.out().lines().toList();
    assertEquals(4, lines.size(), shown.out());
    assertTrue(lines.get(0).contains("sent") && lines.get(0).contains("show me the settings"));
    assertTrue(lines.get(1).contains("ran") && lines.get(1).contains("github-token#1"));
    assertTrue(lines.get(2).contains("read") && !lines.get(2).contains("github-token"));
    assertEquals("github-token#1 reached the agent first at 1.1 (ran)", lines.get(3));
    assertFalse(shown.out().contains(TOKEN.substring(6)));
    assertEquals(2, mantra.run("audit", "last", "--secrets").out().lines().count());
    assertTrue(mantra.run("audit", "last", "--json").out().contains("\"action\" : \"ran\""));
  }

  @Test
  void aValueThatIsAllowedIsShownFromThenOn() throws IOException {
    assertFalse(mantra.run("messages", "last", "--full").out().contains(TOKEN));
    assertEquals(0, mantra.run("allow", "last", "github-token#1").status());
    assertTrue(mantra.run("messages", "last", "--full").out().contains(TOKEN));
    assertFalse(rules().contains(TOKEN.substring(6)), rules());
    assertEquals(1, mantra.run("allow", "last", "7").status());
    assertEquals(2, mantra.run("allow", "last", "x").status());
    assertEquals(2, mantra.run("allow", "last").status());
    assertEquals(2, mantra.run("allow").status());
  }

  @Test
  void formsAndRulesCanBeAllowedIfTheyAreSound() throws IOException {
    assertEquals(0, mantra.run("allow", "--form", "test-[a-z\"]+").status());
    assertFalse(mantra.run("messages", "last", "--full").out().contains(TOKEN));
    assertEquals(0, mantra.run("allow", "--form", "gh[a-z]_[A-Za-z0-9]+").status());
    assertTrue(mantra.run("messages", "last", "--full").out().contains(TOKEN));
    assertEquals(0, mantra.run("allow", "--rule", "jwt").status());
    var before = rules();
    assertEquals(65, mantra.run("allow", "--form", "(").status());
    assertEquals(before, rules());
  }

  @Test
  void aValueThatIsHiddenIsCoveredFromThenOnAndKeptNowhere() throws IOException {
    assertTrue(mantra.run("text", "last").out().contains(PLAIN));
    assertEquals(0, mantra.typing(PLAIN + "\n").run("hide").status());
    var shown = mantra.run("text", "last").out();
    assertFalse(shown.contains(PLAIN), shown);
    assertTrue(shown.contains("it is [REDACTED:hidden#"), shown);
    assertFalse(rules().contains("otter"), rules());
    assertEquals(65, mantra.typing("ok\n").run("hide").status());
  }

  @Test
  void doctorCountsSessionsThatWereNotScanned() throws IOException {
    assertTrue(mantra.run("doctor").out().contains("not scanned for secrets"));
    mantra.run("scan", "--all");
    assertFalse(mantra.run("doctor").out().contains("not scanned for secrets"));
    mantra.run("allow", "--rule", "jwt");
    assertTrue(mantra.run("doctor").out().contains("present rules: 1"));
  }

  private String rules() throws IOException {
    return Files.readString(home.resolve("m/config/redact.toml"));
  }
}
