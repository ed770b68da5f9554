package dev.mantra.recorder.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folders that a tool fills and can fill again: hundreds of thousands of files that nobody wrote.
 * Names that a person might give to a folder of sources count only beside the tool's own file.
 */
final class BuildFolders {

  private static final Set<String> ALWAYS =
      Set.of(
          "node_modules",
          "bower_components",
          "__pycache__",
          ".venv",
          ".tox",
          ".nox",
          ".mypy_cache",
          ".pytest_cache",
          ".ruff_cache",
          ".gradle",
          ".next",
          ".nuxt",
          ".svelte-kit",
          ".turbo",
          ".parcel-cache",
          ".terraform",
          ".dart_tool");

  private static final Map<String, List<String>> BESIDE =
      Map.of(
          "target", List.of("pom.xml", "Cargo.toml", "build.sbt"),
          "build", List.of("build.gradle", "build.gradle.kts", "CMakeLists.txt", "package.json"),
          "dist", List.of("package.json", "pyproject.toml", "setup.py"),
          "venv", List.of("pyproject.toml", "setup.py", "requirements.txt"),
          "out", List.of("build.gradle", "build.gradle.kts", "package.json"),
          "Pods", List.of("Podfile"),
          "obj", List.of("Directory.Build.props", "global.json"));

  private BuildFolders() {}

  /** Whether {@code name} in {@code folder} is such a folder. */
  static boolean isOne(Path folder, String name) {
    return ALWAYS.contains(name)
        || BESIDE.getOrDefault(name, List.of()).stream()
            .anyMatch(file -> Files.exists(folder.resolve(file)));
  }
}
