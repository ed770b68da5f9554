package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked, there is an answer or a clear error soon. */
@TestInstance(Lifecycle.PER_CLASS)
final class HostileQueriesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final long SECOND = 1_000_000_000L;

  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeAll
  void fill(@TempDir Path home) throws IOException {
    mantra = new TestProgram(home);
    new TestSessions(mantra.sessions())
        .add(
            "20261120T090000Z-claude-cccccc",
            header -> header,
            List.of(
                new Event.Output(SECOND, Bytes.utf8("a".repeat(200_000) + "!\r\n")),
                new Event.Output(2 * SECOND, Bytes.utf8("x=y ".repeat(20_000) + "\r\n")),
                TestSessions.prompt(3 * SECOND, "p1", "b".repeat(100_000)),
                TestSessions.end(5 * SECOND, 0)));
    mantra.run("search", "x");
    mantra.run("grep", "x");
  }

  static Stream<String> patterns() {
    return Stream.of(
        "(a+)+$",
        "(a|a)*b",
        "(a|aa)+$",
        "(.*a){20}",
        "(.*)(.*)(.*)(.*)(.*)x$",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "(x+x+)+y",
        "((a*)*)*b",
        "(a?){200}a{200}",
        "a{1000}",
        "a{1001}",
        "(a{100}){100}",
        "((a{30}){30}){30}",
        "(((((a{10}){10}){10}){10}){10})",
        "[" + "a-z".repeat(300) + "]+",
        "(" + "a|".repeat(400) + "b)",
        "\\pL{1000}",
        "(\\pL{50}){50}",
        "(?i)" + "\u212a".repeat(300),
        "(".repeat(900),
        "(".repeat(450) + ")".repeat(450),
        "[".repeat(900),
        "a".repeat(20_000),
        "*",
        "a**",
        "a{2,1}",
        "(?P<",
        "(?<n>a)\\k<n>",
        "(a)\\1",
        "(?=a)",
        "(?<!a)b",
        "\\",
        "[z-a]",
        "\\x{110000}",
        "\\Qabc",
        "",
        ".",
        "$",
        "^",
        "\ud800",
        "\u0000",
        "\n",
        "(?s).*",
        ".{0,99}x",
        ".{0,999}x",
        ".{0,999}y",
        ".{0,999}!?$",
        "(.{0,99}a?){10}q",
        "[^x]{0,999}[^y]{0,9}z",
        "(a?b?){0,400}c",
        "(?s).{500}.{0,499}[xyz]",
        "(\\w{0,300}\\W){3}",
        ".{1,1000}.{0}\\d",
        "\\b(\\w+\\s?){1,300}#");
  }

  static Stream<String> queries() {
    return Stream.of(
        "(".repeat(900),
        ")".repeat(900),
        "NOT ".repeat(300) + "a",
        "a OR ".repeat(300) + "a",
        "a ".repeat(5_000),
        "a".repeat(100_000),
        "a*",
        "*",
        "**",
        "\"",
        "\"" + "a ".repeat(2_000) + "\"",
        "\"\"",
        "-",
        "--a",
        "-(-(-(a)))",
        "OR",
        "a AND",
        ":",
        "a:",
        ":a",
        "tool:*",
        "tool:" + "*?".repeat(400),
        "file:" + "/".repeat(900),
        "since:99999999999999999999",
        "since:2026-99-99",
        "on:2026-11-20..",
        "until:last until:last",
        "on:" + "last ".repeat(200) + "thursday",
        "what " + "last thursday ".repeat(300),
        "kind:user,line,".repeat(60),
        "\u0000\u0007\u001b[31m",
        "\ud800 \udc00",
        "\u202e\u200b\ufeff",
        "日本語".repeat(500),
        "a/".repeat(1_000),
        "aB".repeat(400),
        "1.".repeat(400));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void grepAnswersSoon(String pattern) {
    assertAnswered("grep", "--", pattern);
    assertAnswered("grep", "-i", "--count", "--", pattern);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void searchAnswersSoon(String query) {
    assertAnswered("search", "--", query);
  }

  /** The patience is for machines that are busy; the time that is allowed is two seconds. */
  private void assertAnswered(String... words) {
    var result = assertTimeoutPreemptively(PATIENCE, () -> mantra.run(words));
    assertTrue(result.status() <= 2, result.err());
    assertFalse(result.err().contains("Exception"), result.err());
    assertFalse(result.err().contains("OutOfMemory"), result.err());
    if (result.status() == 2) {
      assertTrue(result.err().startsWith("mantra: "), result.err());
    }
    assertTrue(result.err().length() < 4_000, "an error of " + result.err().length());
    assertFalse(result.err().contains("\u001b"), result.err());
  }
}
