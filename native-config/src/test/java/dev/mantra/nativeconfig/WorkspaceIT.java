package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program changes files while it is recorded; later they are as they were at any moment. */
class WorkspaceIT {

  private static final String CONVERSATION = "11111111-1111-4111-8111-111111111111";

  /** Changes made by commands, with a mark behind each and a copy of everything at that moment. */
  private static final String EDITS =
      """
      copy() { "$MANTRA" mark "$1"; mkdir "$COPIES/$1"; cp -a . "$COPIES/$1/"; sleep 1; }
      until "$MANTRA" files "$MANTRA_SESSION" --path docs/a.md > "$COPIES/ready" 2>&1; do sleep 0.3; done
      copy m0
      printf 'three\\n' >> src/list.txt; chmod 700 run.sh; copy m1
      git mv src/list.txt src/items.txt; sed -i s/one/ONE/ src/items.txt; copy m2
      rm -r docs; ln -s src/items.txt latest; printf '\\000\\001' > data.bin; copy m3
      mkdir -p deep/er; printf new > deep/er/new; mv deep moved; ln -sfn run.sh latest; copy m4
      git stash -q -u; copy m5
      git stash pop -q; git add -A; git commit -qm all; printf '\\002' >> data.bin; copy m6
      """;

  @TempDir Path home;
  private Mantra mantra;
  private Path work;
  private Path copies;

  @BeforeEach
  void program() throws IOException {
    mantra = Mantra.in(Files.createDirectory(home.resolve("m")));
    work = Files.createDirectory(home.resolve("work"));
    copies = Files.createDirectory(home.resolve("copies"));
  }

  @Test
  void theFilesAtEachMarkAreTheCopyOfThatMoment() throws Exception {
    Tmux.require("git");
    repository();
    record("sh", script("edits.sh", EDITS).toString());
    for (int i = 0; i <= 6; i++) {
      assertEquals(tree(copies.resolve("m" + i)), written("marker:m" + i), "at mark " + i);
    }
  }

  @Test
  void differencesOfMarksApplyToTheirCopies() throws Exception {
    Tmux.require("git");
    repository();
    record("sh", script("edits.sh", EDITS).toString());
    var patch = home.resolve("patch");
    var said = mantra.run("diff", "last", "marker:m0", "marker:m6");
    assertEquals(0, said.status(), said.err());
    Files.write(patch, said.bytes().toArray());
    sh("cd " + copies.resolve("m0") + " && git apply " + patch);
    sh(
        "cd "
            + copies.resolve("m0")
            + " && git add -A && git diff --cached --quiet HEAD -- . || true");
    assertEquals(files(copies.resolve("m6")), files(copies.resolve("m0")));
  }

  @Test
  void theFilesAtAMessageAreThoseOfItsMomentHoweverSoonTheNextChangeComes() throws Exception {
    Files.writeString(work.resolve("a.txt"), "start\n");
    // What is called so is taken for the agent, and a shell does what it is told.
    var agent = Files.createSymbolicLink(home.resolve("claude"), Path.of("/bin/sh"));
    var script =
        script(
            "say.sh",
            """
            log="$CLAUDE_CONFIG_DIR/projects/$(pwd | tr -c 'A-Za-z0-9\\n' -)/%s.jsonl"
            mkdir -p "$(dirname "$log")"
            say() {
              printf '{"type":"%%s","uuid":"u%%s","parentUuid":null,"isSidechain":false,"timestamp":"%%s","sessionId":"%s","cwd":"%%s","version":"2.1.329","promptSource":"typed","message":{"id":"m%%s","role":"%%s","model":"opus","content":[{"type":"text","text":"message %%s"}]}}\\n' \\
                $1 $2 "$(date -u +%%Y-%%m-%%dT%%H:%%M:%%S.%%3NZ)" "$(pwd)" $2 $1 $2 >> "$log"
            }
            say user 1
            until "$MANTRA" files "$MANTRA_SESSION" --path a.txt > "$COPIES/ready" 2>&1; do sleep 0.3; done
            for i in 2 3 4 5; do
              printf "line $i\\n" >> a.txt; printf "$i" > "file$i"
              sleep 0.02
              say assistant $i
              mkdir "$COPIES/$i"; cp -a . "$COPIES/$i/"
              sleep 1
            done
            """
                .formatted(CONVERSATION, CONVERSATION));
    record(agent.toString(), script.toString(), "--session-id", CONVERSATION);
    var messages = mantra.run("messages", "last");
    assertTrue(messages.out().contains("message 5"), messages.out() + messages.err());
    for (int i = 2; i <= 5; i++) {
      assertEquals(
          tree(copies.resolve(Integer.toString(i))),
          written(Integer.toString(i)),
          "at message " + i);
    }
    assertEquals(Map.of("a.txt", "644 start\n"), written("1"));
  }

  @Test
  void theRepositoryIsLeftAsItIs() throws Exception {
    Tmux.require("git");
    repository();
    var before = whole(work.resolve(".git"));
    record("sleep", "1");
    assertEquals(before, whole(work.resolve(".git")));
  }

  @Test
  void nothingIsWrittenBelowTheWorkspace() throws Exception {
    Tmux.require("git");
    Tmux.require("strace");
    repository();
    var trace = home.resolve("trace");
    record(
        List.of("strace", "-f", "-qq", "-o", trace.toString(), "-e", "trace=file"), "sleep", "1");
    var calls = Files.readAllLines(trace, StandardCharsets.ISO_8859_1);
    assertTrue(
        calls.stream().anyMatch(call -> call.contains(work + "/src/list.txt")), "it is read");
    assertEquals(
        List.of(),
        calls.stream()
            .filter(call -> call.contains("\"" + work))
            .filter(
                call ->
                    call.matches(".*\\b(O_WRONLY|O_RDWR|O_CREAT|O_TRUNC)\\b.*")
                        || call.matches(
                            "\\d+ +(mkdir|unlink|rename|link|symlink|chmod|chown|utime|truncate|mknod|rmdir|setxattr)\\w*\\(.*"))
            .toList());
  }

  private void repository() throws Exception {
    Files.createDirectories(work.resolve("src"));
    Files.createDirectories(work.resolve("docs"));
    Files.writeString(work.resolve("src/list.txt"), "one\ntwo\n");
    Files.writeString(work.resolve("docs/a.md"), "# A\n");
    Files.writeString(work.resolve("run.sh"), "#!/bin/sh\n");
    sh("cd " + work + " && git init -q -b main && git add -A && git commit -qm first");
    Files.writeString(work.resolve("dirty.txt"), "not in git\n");
    Files.writeString(work.resolve("docs/a.md"), "# A, changed\n");
    // What is written in the moment of the start counts as written by the program.
    TimeUnit.MILLISECONDS.sleep(100);
  }

  private Path script(String name, String text) throws IOException {
    var script = Files.writeString(home.resolve(name), "#!/bin/sh\nset -e\n" + text);
    assertTrue(script.toFile().setExecutable(true));
    return script;
  }

  private void record(String... command) throws Exception {
    record(List.of(), command);
  }

  /** Records a command in the workspace. */
  private void record(List<String> around, String... command) throws Exception {
    var words = new ArrayList<String>();
    words.addAll(List.of("sh", "-c", "cd \"$0\" && exec \"$@\"", work.toString()));
    words.addAll(around);
    words.addAll(mantra.command("rec", "--"));
    words.addAll(Arrays.asList(command));
    try (var terminal = OuterTerminal.start(words, environment())) {
      assertEquals(0, terminal.awaitEnd(), terminal.shown());
      assertEquals("", terminal.shown());
    }
  }

  private Map<String, String> environment() {
    var environment = mantra.environment();
    environment.put("MANTRA", mantra.program().toString());
    environment.put("COPIES", copies.toString());
    environment.put("HOME", home.toString());
    environment.put("CLAUDE_CONFIG_DIR", home.resolve("claude-home").toString());
    for (var who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "ada");
      environment.put("GIT_" + who + "_EMAIL", "ada@localhost");
    }
    return environment;
  }

  private void sh(String command) throws Exception {
    var builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private Map<String, String> written(String position) throws Exception {
    var target = home.resolve("written-" + position.replace(':', '-'));
    var said = mantra.run("files", "last", "--at", position, "-o", target.toString());
    assertEquals(0, said.status(), said.err());
    return tree(target);
  }

  /** By path: permission bits and content, or where a link leads; without git's own folder. */
  private static Map<String, String> tree(Path root) throws IOException {
    return read(root, ".git");
  }

  private static Map<String, String> whole(Path root) throws IOException {
    return read(root, "");
  }

  /** Without what a patch does not tell: folders, and permission bits. */
  private static Map<String, String> files(Path root) throws IOException {
    var files = new TreeMap<String, String>();
    tree(root)
        .forEach(
            (path, content) -> {
              if (!content.startsWith("folder")) {
                files.put(path, content.substring(content.indexOf(' ') + 1));
              }
            });
    return files;
  }

  private static Map<String, String> read(Path root, String skipped) throws IOException {
    var tree = new TreeMap<String, String>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!skipped.isEmpty() && folder.endsWith(skipped)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (!folder.equals(root)) {
              tree.put(root.relativize(folder).toString(), "folder " + mode(folder));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            tree.put(
                root.relativize(file).toString(),
                attributes.isSymbolicLink()
                    ? "link " + Files.readSymbolicLink(file)
                    : mode(file) + " " + Files.readString(file, StandardCharsets.ISO_8859_1));
            return FileVisitResult.CONTINUE;
          }
        });
    return tree;
  }

  private static String mode(Path path) throws IOException {
    int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return Integer.toOctalString(mode & 07777);
  }
}
