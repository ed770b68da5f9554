package dev.mantra.formats.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextPatchTest {

  @Property
  void aPatchMakesTheTextAfterOfTheTextBefore(
      @ForAll("texts") byte[] before, @ForAll("texts") byte[] after) {
    var patch = TextPatch.between(before, after).orElseThrow();
    assertArrayEquals(after, TextPatch.apply(patch.hunks(), before));
    assertEquals(TextPatch.lines(after) - TextPatch.lines(before), patch.added() - patch.removed());
  }

  @Property
  void whatIsNoPatchOfATextIsRefusedOrMakesAnotherText(
      @ForAll("texts") byte[] before, @ForAll byte[] patch) {
    try {
      TextPatch.apply(Bytes.wrap(patch), before);
    } catch (IllegalArgumentException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith("line "), e.getMessage());
    }
  }

  @Test
  void hunksAreThoseThatEverybodyKnows() {
    var before = "one\ntwo\nthree\nfour\nfive\nsix\n";
    var after = "one\ntwo\nthree\n4\nfive\nsix";
    var patch = TextPatch.between(bytes(before), bytes(after)).orElseThrow();
    assertEquals(
        """
        @@ -1,6 +1,6 @@
         one
         two
         three
        -four
        +4
         five
        -six
        +six
        \\ No newline at end of file
        """,
        patch.hunks().toUtf8());
    assertEquals(2, patch.added());
    assertEquals(2, patch.removed());
  }

  @Test
  void binaryAndEndlessFilesAreNoText() {
    var text = bytes("text");
    assertEquals(Optional.empty(), TextPatch.between(text, new byte[] {1, 0, 2}));
    assertEquals(Optional.empty(), TextPatch.between(new byte[TextPatch.LONGEST + 1], text));
  }

  @Test
  void textsWithoutACommonLineArePatchedInNoTime() {
    var random = new Random(5);
    var before = lines(random, 30_000);
    var after = lines(random, 30_000);
    long start = System.nanoTime();
    var patch = TextPatch.between(before, after).orElseThrow();
    assertArrayEquals(after, TextPatch.apply(patch.hunks(), before));
    assertTrue(System.nanoTime() - start < 10_000_000_000L);
  }

  @Test
  void aPatchOfAnotherTextIsRefused() {
    var patch = TextPatch.between(bytes("a\nb\n"), bytes("a\nc\n")).orElseThrow();
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> TextPatch.apply(patch.hunks(), bytes("a\nx\n")));
    assertEquals("line 3 of the patch does not fit the text", refused.getMessage());
  }

  @Property(tries = 20)
  void gitAppliesWhatIsWritten(@ForAll("texts") byte[] before, @ForAll("texts") byte[] after)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "git is not installed");
    var patch = TextPatch.between(before, after).orElseThrow();
    if (patch.hunks().isEmpty()) {
      return;
    }
    var folder = Files.createTempDirectory("mantra-patch");
    try {
      Files.write(folder.resolve("f"), before);
      var text = "diff --git a/f b/f\n--- a/f\n+++ b/f\n" + latin1(patch.hunks().toArray());
      Files.write(folder.resolve("p"), text.getBytes(StandardCharsets.ISO_8859_1));
      var git =
          new ProcessBuilder(List.of("git", "apply", "--whitespace=nowarn", "p"))
              .directory(folder.toFile())
              .inheritIO()
              .start();
      assertEquals(0, git.waitFor(), text);
      assertArrayEquals(after, Files.readAllBytes(folder.resolve("f")));
    } finally {
      Files.deleteIfExists(folder.resolve("f"));
      Files.deleteIfExists(folder.resolve("p"));
      Files.delete(folder);
    }
  }

  @Provide
  Arbitrary<byte[]> texts() {
    return Arbitraries.of(
            "a\n", "b\n", "c\r\n", "\n", "\u00e9\n", "@@ -1,2 +1,2 @@\n", "-x\n", "end")
        .list()
        .ofMaxSize(40)
        .map(lines -> String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] lines(Random random, int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(Integer.toHexString(random.nextInt())).append('\n');
    }
    return bytes(text.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
