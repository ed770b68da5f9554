package dev.mantra.formats.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathBytesTest {

  @Property
  void anyNameComesBackAsItsBytes(@ForAll("names") Bytes name) {
    var path = PathBytes.below(Path.of("/tmp/w"), name);
    assertEquals(name, PathBytes.of(Path.of("/tmp/w").relativize(path)));
    assertEquals(path, PathBytes.absolute(PathBytes.of(path)));
  }

  @Test
  void aFileWhoseNameIsNoTextIsFoundUnderItsBytes(@TempDir Path folder) throws IOException {
    var name = Bytes.wrap(new byte[] {'a', (byte) 0xff, '?', (byte) 0xc3, '%'});
    Files.createFile(PathBytes.below(folder, name));
    try (var entries = Files.list(folder)) {
      assertEquals(name, PathBytes.of(entries.findFirst().orElseThrow().getFileName()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/etc", "a//b", "a/", "..", "a/../b", ".", "a/./b", "a\0b"})
  void aPathThatLeadsElsewhereIsRefused(String path) {
    assertFalse(PathBytes.isBelow(Bytes.utf8(path)));
    assertThrows(
        IllegalArgumentException.class,
        () -> PathBytes.below(Path.of("/tmp"), Bytes.utf8(path)),
        path);
  }

  @Provide
  Arbitrary<Bytes> names() {
    return Arbitraries.bytes()
        .filter(b -> b != 0 && b != '/')
        .array(byte[].class)
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(Bytes::wrap)
        .filter(PathBytes::isBelow);
  }
}
