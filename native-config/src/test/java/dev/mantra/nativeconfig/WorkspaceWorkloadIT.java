package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever two programs and git do to a work tree while they are recorded: the files at each mark
 * are the copy that was made at that moment. With {@code -Dmantra.sweep=10} there are 1,000
 * operations and 50 marks.
 */
class WorkspaceWorkloadIT {

  private static final int MARKS = Math.min(50, 5 * Integer.getInteger("mantra.sweep", 1));
  private static final int STEPS_OF_EACH = 10;

  private static final List<String> NAMES = List.of("a", "b.txt", "'c d'", "\u00e9", "e");

  private static final List<String> GIT =
      List.of(
          "add -A",
          "commit -qam c",
          "stash -q -u",
          "stash pop -q",
          "checkout -q -B other",
          "checkout -qf main",
          "reset -q --hard",
          "merge -q other",
          "rebase -q other",
          "rebase --abort",
          "gc -q --prune=now");

  @TempDir Path home;

  @Test
  void theFilesAtEveryMarkAreTheCopyOfThatMoment() throws Exception {
    Tmux.require("git");
    long seed = Long.getLong("mantra.seed", System.nanoTime());
    var random = new Random(seed);
    var folder = new RecordedFolder(home);
    folder.repository();
    folder.allow(Duration.ofSeconds(60 + 10 * MARKS));
    folder.record("sh", folder.script("work.sh", script(random)).toString());
    for (int mark = 0; mark < MARKS; mark++) {
      assertEquals(
          RecordedFolder.tree(folder.copies.resolve("m" + mark)),
          folder.written("marker:m" + mark),
          "at mark " + mark + ", with -Dmantra.seed=" + seed);
    }
  }

  private static String script(Random random) {
    var script =
        new StringBuilder(
            """
            set +e
            exec 2> /dev/null
            until "$MANTRA" files "$MANTRA_SESSION" --path docs/a.md > "$COPIES/ready"; do sleep 0.3; done
            copy() { "$MANTRA" mark "$1"; mkdir "$COPIES/$1"; cp -a . "$COPIES/$1/"; sleep 0.1; }
            """);
    for (int mark = 0; mark < MARKS; mark++) {
      script.append(writer(random)).append(writer(random)).append("wait\n");
      script.append("git ").append(GIT.get(random.nextInt(GIT.size()))).append(" > /dev/null\n");
      script.append("copy m").append(mark).append('\n');
    }
    return script.append("exit 0\n").toString();
  }

  /** A program of its own, which runs beside the others. */
  private static String writer(Random random) {
    return Stream.generate(() -> step(random) + "; sleep 0.00" + random.nextInt(10))
        .limit(STEPS_OF_EACH)
        .collect(Collectors.joining("\n", "(\n", "\n) &\n"));
  }

  /** None of them need be possible. */
  private static String step(Random random) {
    var at = place(random);
    var other = place(random);
    var lines = "seq " + random.nextInt(5) + " " + random.nextInt(60);
    return switch (random.nextInt(12)) {
      case 0, 1 -> "mkdir -p " + above(at) + "; " + lines + " > " + at;
      case 2, 3 -> "echo more " + random.nextInt(9) + " >> " + at;
      case 4 -> "sed -i s/" + random.nextInt(9) + "/x/ " + at;
      case 5 -> "mv -nT " + at + " " + other;
      case 6 -> "mv -fT " + at + " " + other;
      case 7 -> "rm -f " + at;
      case 8 ->
          "[ -f " + at + " ] && chmod " + List.of(644, 755, 600).get(random.nextInt(3)) + " " + at;
      case 9 -> "ln -s " + random.nextInt(3) + "/nowhere " + at;
      case 10 -> "mkdir -p " + at + "; chmod 750 " + above(at);
      default -> "rm -rf " + at + "; printf '\\000\\00" + random.nextInt(8) + "' > " + other;
    };
  }

  private static String place(Random random) {
    return Stream.generate(() -> NAMES.get(random.nextInt(NAMES.size())))
        .limit(1 + random.nextInt(3))
        .collect(Collectors.joining("/", "./", ""));
  }

  private static String above(String place) {
    return place.substring(0, place.lastIndexOf('/'));
  }
}
