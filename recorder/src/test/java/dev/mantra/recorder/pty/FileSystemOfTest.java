package dev.mantra.recorder.pty;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class FileSystemOfTest {

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsWrittenThroughWhereTheFolderIs() throws IOException {
    assertTrue(FileSystemOf.force(folder));
  }

  @Test
  void aFolderThatCannotBeOpenedIsNoReasonToFail() throws IOException {
    assertFalse(FileSystemOf.force(folder.resolve("missing")));
  }
}
