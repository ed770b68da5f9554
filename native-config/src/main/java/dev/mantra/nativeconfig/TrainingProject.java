package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * A small work tree of git in which something is done, so that capturing a workspace is trained.
 */
final class TrainingProject {

  /**
   * What is done there, in words of the shell. Lucene has other code for words that stand in some
   * hundred texts, and so have we for what is not in ASCII.
   */
  static final String WORK =
      "stty size; echo more >> README; echo new > new; mv old moved; rm gone;"
          + " i=0; while [ $i -lt 9000 ]; do i=$((i+1)); echo \"line $i of a-line \u2713\"; done;"
          + " sleep 1; read line";

  private TrainingProject() {}

  static void make(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var name : new String[] {"README", "old", "gone"}) {
      Files.writeString(folder.resolve(name), (name + " has lines\n").repeat(40));
    }
    Files.writeString(folder.resolve(".gitignore"), "*.log\n");
    try (var git = Git.init().setDirectory(folder.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("first")
          .setAuthor("trainer", "trainer@localhost")
          .setCommitter("trainer", "trainer@localhost")
          .setSign(false)
          .call();
    } catch (GitAPIException e) {
      throw new IOException("cannot make a project to train with: " + e.getMessage(), e);
    }
  }
}
