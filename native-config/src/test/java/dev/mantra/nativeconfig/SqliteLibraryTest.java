package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

final class SqliteLibraryTest {

  @TempDir Path lib;

  @Test
  void theLibraryOfThisMachineStandsBesideTheJarAndNoneIsLeftInIt() throws IOException {
    var ours = LibraryLoaderUtil.getNativeLibResourcePath().substring(1);
    var name = LibraryLoaderUtil.getNativeLibName();
    var jar = lib.resolve("sqlite-jdbc-1.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var entry :
          List.of("org/sqlite/JDBC.class", "org/sqlite/native/Other/x", ours + "/" + name)) {
        out.putNextEntry(new JarEntry(entry));
        out.write(entry.length());
      }
    }

    SqliteLibrary.unpack(jar);

    var expected = new byte[] {(byte) (ours.length() + 1 + name.length())};
    assertArrayEquals(expected, Files.readAllBytes(lib.resolve(name)));
    try (var file = new JarFile(jar.toFile())) {
      assertEquals(List.of("org/sqlite/JDBC.class"), file.stream().map(JarEntry::getName).toList());
    }
  }
}
