package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What GraalVM is told about the program is true of the program. */
final class ReachabilityMetadataTest {

  private static final String FILE =
      "/META-INF/native-image/dev.mantra/mantra/reachability-metadata.json";

  private JsonNode metadata;

  @BeforeEach
  void readIt() throws IOException {
    try (InputStream in = ReachabilityMetadataTest.class.getResourceAsStream(FILE)) {
      assertNotNull(in, FILE);
      metadata = new ObjectMapper().readTree(in);
    }
  }

  @Test
  void itHasNothingButTheKnownParts() {
    assertEquals(
        Set.of("comment", "reflection", "resources", "foreign"),
        Set.copyOf(metadata.propertyStream().map(java.util.Map.Entry::getKey).toList()));
  }

  @Test
  void everyClassFieldAndMethodItNamesIsThere() throws ReflectiveOperationException {
    for (var entry : metadata.get("reflection")) {
      if (entry.get("type").isObject()) {
        for (var proxied : entry.get("type").get("proxy")) {
          assertTrue(type(proxied.asText()).isInterface(), proxied.asText());
        }
        continue;
      }
      var type = type(entry.get("type").asText());
      for (var field : entry.path("fields")) {
        assertNotNull(type.getDeclaredField(field.get("name").asText()));
      }
      for (var method : entry.path("methods")) {
        var parameters = new ArrayList<Class<?>>();
        for (var parameter : method.get("parameterTypes")) {
          parameters.add(type(parameter.asText()));
        }
        var name = method.get("name").asText();
        var types = parameters.toArray(Class<?>[]::new);
        assertNotNull(
            name.equals("<init>")
                ? type.getDeclaredConstructor(types)
                : type.getDeclaredMethod(name, types));
      }
    }
  }

  @Test
  void everyClassThatPicocliLooksIntoIsNamed() throws Exception {
    var named = new TreeSet<String>();
    for (var entry : metadata.get("reflection")) {
      if (entry.path("allDeclaredFields").asBoolean()) {
        named.add(entry.get("type").asText());
      }
    }
    var looked = picocliClasses();
    assertFalse(looked.isEmpty());
    for (var name : looked) {
      assertTrue(named.contains(name), name + " is missing in " + FILE);
    }
  }

  @Test
  void everyResourceItNamesIsThere() {
    for (var resource : metadata.get("resources")) {
      var glob = resource.get("glob").asText();
      if (!glob.contains("*")) {
        assertNotNull(ReachabilityMetadataTest.class.getResource("/" + glob), glob);
      }
    }
  }

  /** Those of our classes that have an annotation of picocli on themselves or inside. */
  private static Set<String> picocliClasses() throws Exception {
    var place =
        Path.of(
            type("dev.mantra.cli.Main")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    if (Files.isDirectory(place)) {
      return picocliClasses(place);
    }
    try (var jar = FileSystems.newFileSystem(place)) {
      return picocliClasses(jar.getPath("/"));
    }
  }

  private static Set<String> picocliClasses(Path root) throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.walk(root)) {
      for (var file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".class")) {
          var model = ClassFile.of().parse(Files.readAllBytes(file));
          if (isAnnotated(model)) {
            found.add(model.thisClass().asInternalName().replace('/', '.'));
          }
        }
      }
    }
    return found;
  }

  private static boolean isAnnotated(ClassModel model) {
    for (var entry : model.constantPool()) {
      if (entry instanceof Utf8Entry text
          && Set.of(
                  "Lpicocli/CommandLine$Command;",
                  "Lpicocli/CommandLine$Option;",
                  "Lpicocli/CommandLine$Parameters;")
              .contains(text.stringValue())) {
        return true;
      }
    }
    return false;
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return switch (name) {
      case "boolean" -> boolean.class;
      case "int" -> int.class;
      case "long" -> long.class;
      default ->
          name.endsWith("[]")
              ? type(name.substring(0, name.length() - 2)).arrayType()
              : Class.forName(name, false, ReachabilityMetadataTest.class.getClassLoader());
    };
  }
}
