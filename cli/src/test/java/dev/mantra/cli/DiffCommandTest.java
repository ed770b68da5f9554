package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mantra.cli.TerminalProbe.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void fill() throws IOException {
    mantra = new TestProgram(home);
    new TestWorkspaces(mantra).everything("20261120T083000Z-claude-bcdfgh");
  }

  @Test
  void betweenTwoMessagesItIsWhatChangedThere() {
    assertEquals(
        """
        diff --git a/src/ships.txt b/src/ships.txt
        index 814f4a4..4cb29ea 100644
        --- a/src/ships.txt
        +++ b/src/ships.txt
        @@ -1,2 +1,3 @@
         one
         two
        +three
        """,
        mantra.run("diff", "last", "1", "2").out());
  }

  @Test
  void gitAppliesItThereAndBack() throws IOException, InterruptedException {
    assumeTrue(TestProgram.isInstalled("git"), "git is not installed");
    var folder = home.resolve("work");
    mantra.run("files", "last", "--at", "1", "-o", folder.toString());
    apply(folder, mantra.run("diff", "last", "1", "3").out());
    assertFalse(Files.exists(folder.resolve("src/ships.txt")));
    assertFalse(Files.exists(folder.resolve("run.sh")));
    assertEquals("one\ntwo\nthree\n", Files.readString(folder.resolve("src/fleet.txt")));
    assertEquals("\0\1\2\3", Files.readString(folder.resolve("data.bin")));
    apply(folder, mantra.run("diff", "last", "3", "1").out());
    assertEquals("one\ntwo\n", Files.readString(folder.resolve("src/ships.txt")));
    assertTrue(Files.isExecutable(folder.resolve("run.sh")));
  }

  @Test
  void whatIsMissingIsNamedAndTheStatusSaysSo() {
    var said = mantra.run("diff", "last");
    assertEquals(1, said.status());
    assertTrue(said.err().contains("the change of big.iso is missing: file limit"), said.err());
    assertEquals(0, mantra.run("diff", "last", "start", "3").status());
  }

  @Test
  void pathsBehindTwoDashesChoose() {
    var said = mantra.run("diff", "last", "start", "3", "--", "run.sh", "src");
    assertTrue(said.out().contains("deleted file mode 100755\n"), said.out());
    assertTrue(said.out().contains("rename from src/ships.txt\nrename to src/fleet.txt\n"));
    assertFalse(said.out().contains("data.bin"), said.out());
    assertEquals("", mantra.run("diff", "last", "--", "nowhere").out());
  }

  @Test
  void theStatisticsAreThoseOfGit() {
    assertEquals(
        """
         "a\\033[2Jb"                    |   1 +
         data.bin                       | Bin
         run.sh                         |   1 -
         src/ships.txt => src/fleet.txt |   1 +
         4 files changed, 2 insertions(+), 1 deletion(-)
        """,
        mantra.run("diff", "last", "start", "3", "--stat").out().replaceAll("(?m) +$", ""));
  }

  @Test
  void byMessageEachHasItsOwn() {
    var said = mantra.run("diff", "last", "--by", "message", "--stat").out();
    var headings = said.lines().filter(line -> line.startsWith("# ")).toList();
    assertEquals(3, headings.size(), said);
    assertEquals("# 1  0:01  user  count the ships", headings.get(0));
    assertEquals("# 2  0:04  assistant  There are three.", headings.get(1));
    assertEquals("# 3  0:07  user  and the boats?", headings.get(2));
    assertEquals(2, mantra.run("diff", "last", "--by", "message", "3", "1").status());
  }

  @Test
  void onATerminalItIsColouredAndHarmless() {
    mantra.onTerminal(80, Stream.OUT);
    var said = mantra.run("diff", "last").out();
    assertTrue(said.contains("\u001b[32m+three\u001b[0m\n"), said);
    assertTrue(said.contains("+x    y\\e[31m"), said);
    var plain = said.replaceAll("\u001b\\[[0-9;]*m", "");
    assertTrue(plain.chars().allMatch(c -> c == '\n' || c >= ' '), plain);
  }

  @Test
  void changesOfFilesAreStepsOfTheConversation() {
    var said = mantra.run("messages", "last").out().replaceAll(" +", " ");
    assertTrue(said.contains("1.1 0:03.0 files modified src/ships.txt +1 -0\n"), said);
    assertTrue(said.contains("2.1 0:05.0 files renamed src/ships.txt to src/fleet.txt\n"), said);
    assertTrue(said.contains("2.2 0:06.0 files modified data.bin, and 2 more\n"), said);
    var full = mantra.run("messages", "last", "--full", "--kind", "files").out();
    assertTrue(full.contains("    +three\n"), full);
    var json = mantra.run("messages", "last", "--json", "--kind", "files").out();
    assertTrue(json.contains("\"source\" : \"observed\""), json);
  }

  @Test
  void tooManyWordsAreAnsweredWithWhatTheyMean() {
    var said = mantra.run("diff", "last", "1", "2", "3");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("paths stand behind --"), said.err());
    assertEquals(2, mantra.run("diff").status());
    assertEquals(1, mantra.run("diff", "last", "99").status());
  }

  private void apply(Path folder, String patch) throws IOException, InterruptedException {
    var file = Files.writeString(home.resolve("patch"), patch);
    var git =
        new ProcessBuilder("git", "apply", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, git.waitFor(), () -> said + patch);
  }
}
