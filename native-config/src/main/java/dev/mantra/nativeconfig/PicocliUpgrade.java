package dev.mantra.nativeconfig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;

/**
 * Picocli's classes are in the format of Java 5, which a start-up cache cannot hold; so the shipped
 * jar has them in that of Java 8. Nothing else is changed.
 */
final class PicocliUpgrade {

  private static final int FIRST_WITH_STACK_MAPS = 50;

  private PicocliUpgrade() {}

  static void apply(Path jar) throws IOException {
    var upgraded = new ByteArrayOutputStream();
    try (var in = new JarInputStream(Files.newInputStream(jar));
        var out = new JarOutputStream(upgraded)) {
      for (var entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
        var content = in.readAllBytes();
        var copy = new JarEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        out.write(isOld(entry.getName(), content) ? upgraded(content) : content);
        out.closeEntry();
      }
    }
    Files.write(jar, upgraded.toByteArray());
  }

  private static boolean isOld(String name, byte[] content) {
    return name.endsWith(".class") && content[7] < FIRST_WITH_STACK_MAPS;
  }

  private static byte[] upgraded(byte[] content) {
    var format =
        ClassFile.of(
            ClassFile.ConstantPoolSharingOption.NEW_POOL,
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.DeadCodeOption.PATCH_DEAD_CODE);
    return format.transformClass(
        format.parse(content),
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen(
                ClassTransform.endHandler(
                    builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0))));
  }
}
