package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
  private RecordedFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new RecordedFolder(home);
  }

  @Test
  void theFilesAtEachMarkAreTheCopyOfThatMoment() throws Exception {
    Tmux.require("git");
    folder.repository();
    folder.record("sh", folder.script("edits.sh", EDITS).toString());
    for (int i = 0; i <= 6; i++) {
      assertEquals(
          RecordedFolder.tree(folder.copies.resolve("m" + i)),
          folder.written("marker:m" + i),
          "at mark " + i);
    }
  }

  @Test
  void differencesOfMarksApplyToTheirCopies() throws Exception {
    Tmux.require("git");
    folder.repository();
    folder.record("sh", folder.script("edits.sh", EDITS).toString());
    var patch = home.resolve("patch");
    var said = folder.mantra.run("diff", "last", "marker:m0", "marker:m6");
    assertEquals(0, said.status(), said.err());
    Files.write(patch, said.bytes().toArray());
    folder.sh("cd " + folder.copies.resolve("m0") + " && git apply " + patch);
    folder.sh(
        "cd "
            + folder.copies.resolve("m0")
            + " && git add -A && git diff --cached --quiet HEAD -- . || true");
    assertEquals(
        RecordedFolder.files(folder.copies.resolve("m6")),
        RecordedFolder.files(folder.copies.resolve("m0")));
  }

  @Test
  void theFilesAtAMessageAreThoseOfItsMomentHoweverSoonTheNextChangeComes() throws Exception {
    Files.writeString(folder.work.resolve("a.txt"), "start\n");
    // What is called so is taken for the agent, and a shell does what it is told.
    var agent = Files.createSymbolicLink(home.resolve("claude"), Path.of("/bin/sh"));
    var script =
        folder.script(
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
    folder.record(agent.toString(), script.toString(), "--session-id", CONVERSATION);
    var messages = folder.mantra.run("messages", "last");
    assertTrue(messages.out().contains("message 5"), messages.out() + messages.err());
    for (int i = 2; i <= 5; i++) {
      assertEquals(
          RecordedFolder.tree(folder.copies.resolve(Integer.toString(i))),
          folder.written(Integer.toString(i)),
          "at message " + i);
    }
    assertEquals(Map.of("a.txt", "644 start\n"), folder.written("1"));
  }

  @Test
  void theRepositoryIsLeftAsItIs() throws Exception {
    Tmux.require("git");
    folder.repository();
    for (var hook : List.of("post-index-change", "reference-transaction", "post-checkout")) {
      var text = "#!/bin/sh\ntouch " + folder.copies.resolve(hook) + "\n";
      var file = Files.writeString(folder.work.resolve(".git/hooks/" + hook), text);
      assertTrue(file.toFile().setExecutable(true));
    }
    var before = RecordedFolder.whole(folder.work.resolve(".git"));
    var status = status();
    folder.record("sleep", "1");
    assertEquals(before, RecordedFolder.whole(folder.work.resolve(".git")));
    assertEquals(status, status());
    assertEquals(Map.of(), RecordedFolder.whole(folder.copies), "no hook has run");
    var tree = RecordedFolder.tree(folder.work);
    folder.sh("cd " + folder.work + " && git gc -q --prune=now && git fsck --strict");
    assertEquals(status, status());
    assertEquals(tree, folder.written("start"));
  }

  private String status() throws Exception {
    return folder.sh(
        "cd " + folder.work + " && GIT_OPTIONAL_LOCKS=0 git status --porcelain=v2 --branch");
  }

  @Test
  void nothingIsWrittenBelowTheWorkspace() throws Exception {
    Tmux.require("git");
    Tmux.require("strace");
    folder.repository();
    var trace = home.resolve("trace");
    folder.record(
        List.of("strace", "-f", "-qq", "-o", trace.toString(), "-e", "trace=file"), "sleep", "1");
    var calls = Files.readAllLines(trace, StandardCharsets.ISO_8859_1);
    assertTrue(
        calls.stream().anyMatch(call -> call.contains(folder.work + "/src/list.txt")),
        "it is read");
    assertEquals(
        List.of(),
        calls.stream()
            .filter(call -> call.contains("\"" + folder.work))
            .filter(
                call ->
                    call.matches(".*\\b(O_WRONLY|O_RDWR|O_CREAT|O_TRUNC)\\b.*")
                        || call.matches(
                            "\\d+ +(mkdir|unlink|rename|link|symlink|chmod|chown|utime|truncate|mknod|rmdir|setxattr)\\w*\\(.*"))
            .toList());
  }
}
