package dev.mantra.nativeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/** The shell script that users call, with everything filled in that would cost time to find out. */
record Launcher(List<String> options, Jars jars) {

  void write(Path template, Path folder) throws IOException {
    var script =
        Files.readString(template)
            .replace("@OPTIONS@", options.stream().collect(Collectors.joining(" \\\n  ")))
            .replace("@CLASS_PATH@", jars.classPath("$lib"))
            .replace("@REC_CLASS_PATH@", jars.recClassPath("$lib"))
            .replace("@REC_MEMORY@", "'" + String.join(" ", JvmOptions.REC_MEMORY) + "'")
            .replace("@TOOLS_MEMORY@", String.join(" ", JvmOptions.TOOLS_MEMORY))
            .replace("@INDEX_MEMORY@", "'" + String.join(" ", JvmOptions.INDEX_MEMORY) + "'")
            .replace("@IMPORT_MEMORY@", String.join(" ", JvmOptions.IMPORT_MEMORY))
            .replace("@QUICK_COMPILER@", JvmOptions.QUICK_COMPILER)
            .replace("@FULL_COMPILER@", JvmOptions.FULL_COMPILER)
            .replace("@BULK_COMPILER@", "'" + String.join(" ", JvmOptions.BULK_COMPILER) + "'");
    Files.createDirectories(folder);
    var file = folder.resolve("mantra");
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
