package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeImageTest {

  @TempDir Path folder;

  @Test
  void itIsLookedForInGraalVmAndThenOnThePath() throws IOException {
    var graalvm = tool("graalvm/bin");
    var other = tool("other");
    var path = folder.resolve("nothing") + "::" + other.getParent();

    assertEquals(
        Optional.of(graalvm),
        NativeImage.find(
            Map.of("GRAALVM_HOME", folder.resolve("graalvm").toString(), "PATH", path)));
    assertEquals(
        Optional.of(other),
        NativeImage.find(Map.of("GRAALVM_HOME", folder.resolve("none").toString(), "PATH", path)));
    assertEquals(Optional.of(other), NativeImage.find(Map.of("PATH", path)));
  }

  @Test
  void whereThereIsNoneItIsNotFound() {
    assertEquals(Optional.empty(), NativeImage.find(Map.of()));
    assertEquals(Optional.empty(), NativeImage.find(Map.of("GRAALVM_HOME", "", "PATH", "")));
  }

  @Test
  void onlyOptionsThatItKnowsAreHandedOn() throws IOException {
    Files.createFile(folder.resolve("cli-1.jar"));

    assertEquals(
        List.of(
            "/x/native-image",
            "--no-fallback",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            "/classes:" + folder.resolve("cli-1.jar"),
            "-o",
            "/out",
            "dev.mantra.cli.Main"),
        NativeImage.command(
            Path.of("/x/native-image"),
            List.of(
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Da=b"),
            folder,
            Path.of("/classes"),
            Path.of("/out")));
  }

  private Path tool(String where) throws IOException {
    var file = Files.createDirectories(folder.resolve(where)).resolve("native-image");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    return file;
  }
}
