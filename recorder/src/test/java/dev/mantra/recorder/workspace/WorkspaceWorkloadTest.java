package dev.mantra.recorder.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever two writers and git do to a folder: what was recorded up to a mark makes the folder as
 * it was then, which an independent copy knows.
 */
class WorkspaceWorkloadTest {

  private static final int SWEEP = Integer.getInteger("mantra.sweep", 1);
  private static final int MARKS = Math.max(6, Math.min(50, 5 * SWEEP / 2));
  private static final int STEPS_BETWEEN = 20;

  private static final List<List<String>> GIT =
      List.of(
          List.of("add", "-A"),
          List.of("commit", "-qam", "c"),
          List.of("stash", "-q"),
          List.of("stash", "pop", "-q"),
          List.of("checkout", "-q", "-B", "other"),
          List.of("checkout", "-qf", "main"),
          List.of("reset", "-q", "--hard"),
          List.of("merge", "-q", "other"),
          List.of("rebase", "-q", "other"),
          List.of("gc", "-q", "--prune=now"));

  /** What the folder was when so many events had been recorded. */
  private record Mark(int events, Map<String, String> copy) {}

  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void everyMarkIsTheFolderAsItWas(@ForAll long seed) throws IOException, InterruptedException {
    check(seed, false);
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void everyMarkOfAWorkTreeIsTheFolderAsItWas(@ForAll long seed)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "git is not installed");
    check(seed, true);
  }

  private static void check(long seed, boolean git) throws IOException, InterruptedException {
    var temp = Files.createTempDirectory("mantra-workload");
    var random = new Random(seed);
    try (var watched = new WatchedFolder(temp)) {
      var marks = run(watched, random, git);
      var events = watched.finish();
      for (int i = 0; i < marks.size(); i++) {
        var mark = marks.get(i);
        assertEquals(
            mark.copy,
            Rebuilt.of(events.subList(0, mark.events), watched.store),
            "mark " + i + " of seed " + seed);
      }
      assertEquals(Copied.of(watched.folder), Rebuilt.of(events, watched.store));
    } finally {
      delete(temp);
    }
  }

  private static List<Mark> run(WatchedFolder watched, Random random, boolean git)
      throws IOException, InterruptedException {
    var before = new Workload(watched.folder, random);
    for (int i = 0; i < 30; i++) {
      before.step();
    }
    if (git) {
      watched.git("init", "-q", "-b", "main");
      watched.git("add", "-A");
      watched.git("commit", "-qm", "first");
      before.step();
    }
    watched.start().ready();
    var marks = new ArrayList<Mark>();
    for (int i = 0; i < MARKS; i++) {
      var one = writer(watched.folder, random.nextLong());
      var other = writer(watched.folder, random.nextLong());
      one.join();
      other.join();
      if (git) {
        watched.git(GIT.get(random.nextInt(GIT.size())).toArray(String[]::new));
      }
      var copy = Copied.of(watched.folder);
      marks.add(new Mark(watched.awaitSame(copy), copy));
    }
    return marks;
  }

  private static Thread writer(Path folder, long seed) {
    return Thread.ofVirtual()
        .start(
            () -> {
              var workload = new Workload(folder, new Random(seed));
              try {
                for (int i = 0; i < STEPS_BETWEEN / 2; i++) {
                  workload.step();
                  Thread.sleep(seed & 7);
                }
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void delete(Path tree) throws IOException {
    try (var all = Files.walk(tree)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
