package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedJarTest {

  @TempDir Path folder;

  @Test
  void classesAndLicencesComeTogetherAndTheRestGoes() throws IOException {
    var a = jar("a.jar", "x/A.class", "META-INF/LICENSE", "META-INF/MANIFEST.MF", "META-INF/K.SF");
    var b = jar("b.jar", "y/B.class", "META-INF/NOTICE.txt", "module-info.class");
    var c = jar("c.jar", "META-INF/services/x.Service", "META-INF/maven/pom.xml");

    MergedJar.write(folder.resolve("all.jar"), List.of(a, b, c));

    try (var merged = new JarFile(folder.resolve("all.jar").toFile())) {
      assertEquals(
          List.of(
              "x/A.class",
              "META-INF/a.jar/LICENSE",
              "y/B.class",
              "META-INF/b.jar/NOTICE.txt",
              "META-INF/services/x.Service"),
          merged.stream().map(JarEntry::getName).toList());
      var copied = merged.getInputStream(merged.getEntry("y/B.class")).readAllBytes();
      assertArrayEquals("b.jar y/B.class".getBytes(StandardCharsets.UTF_8), copied);
    }
    assertFalse(Files.exists(a));
  }

  @Test
  void theSameNameTwiceIsRefused() throws IOException {
    var jars = List.of(jar("a.jar", "x/A.class"), jar("b.jar", "x/A.class"));
    assertThrows(IOException.class, () -> MergedJar.write(folder.resolve("all.jar"), jars));
  }

  private Path jar(String name, String... entries) throws IOException {
    var jar = folder.resolve(name);
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var entry : entries) {
        out.putNextEntry(new JarEntry(entry));
        out.write((name + " " + entry).getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
