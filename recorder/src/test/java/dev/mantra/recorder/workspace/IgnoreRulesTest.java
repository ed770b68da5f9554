package dev.mantra.recorder.workspace;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoreRulesTest {

  @TempDir private Path work;

  @Test
  void theDeepestRulesDecideAndTheLastOfAFile() throws IOException {
    write(".gitignore", "*.log\n!keep.log\n/top\nbuild/\n");
    write("sub/.gitignore", "!special.log\n");
    var top = rules();
    assertIgnored(top, "a.log", false, true);
    assertIgnored(top, "keep.log", false, false);
    assertIgnored(top, "top", false, true);
    assertIgnored(top, "sub/top", false, false);
    assertIgnored(top, "build", true, true);
    assertIgnored(top, "build", false, false);
    var sub = top.in(work.resolve("sub"), "sub/");
    assertIgnored(sub, "sub/special.log", false, false);
    assertIgnored(sub, "sub/other.log", false, true);
  }

  @Test
  void ourOwnFileWeighsMoreThanGits() throws IOException {
    write(".gitignore", "*.md\n");
    write(".mantraignore", "!notes.md\nsecret\n");
    assertIgnored(rules(), "notes.md", false, false);
    assertIgnored(rules(), "other.md", false, true);
    assertIgnored(rules(), "secret", false, true);
  }

  @Test
  void foldersThatToolsFillAreIgnoredUnlessRulesSayOtherwise() throws IOException {
    assertIgnored(rules(), "node_modules", true, true);
    assertIgnored(rules(), "node_modules", false, false);
    assertIgnored(rules(), "target", true, false);
    write("pom.xml", "<project/>");
    assertIgnored(rules(), "target", true, true);
    write(".mantraignore", "!target/\n");
    assertIgnored(rules(), "target", true, false);
  }

  @Test
  void furtherFilesWeighLessThanThoseInTheFolder() throws IOException {
    write(".gitignore", "!a.tmp\n");
    write("info/exclude", "*.tmp\n");
    var all = IgnoreRules.of(List.of(work.resolve("info/exclude"))).in(work, "");
    assertIgnored(all, "a.tmp", false, false);
    assertIgnored(all, "b.tmp", false, true);
  }

  private IgnoreRules rules() {
    return IgnoreRules.of(List.of()).in(work, "");
  }

  private void assertIgnored(IgnoreRules rules, String path, boolean folder, boolean ignored) {
    var type = folder ? Stamp.Type.FOLDER : Stamp.Type.FILE;
    var place = work.resolve(path).resolveSibling(".").normalize();
    if (ignored) {
      assertTrue(rules.ignores(place, path, type), path);
    } else {
      assertFalse(rules.ignores(place, path, type), path);
    }
  }

  private void write(String name, String text) throws IOException {
    var file = work.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
