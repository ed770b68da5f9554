package dev.mantra.redactor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which values of an environment are secret, told by the names of its variables. */
public final class EnvironmentSecrets {

  private EnvironmentSecrets() {}

  /** The values of all variables that have a secret's name and do not look like something else. */
  public static List<String> of(Map<String, String> variables) {
    return variables.entrySet().stream()
        .filter(variable -> isSecret(variable.getKey(), variable.getValue()))
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  /** The variables of an {@code .env} file: lines of {@code NAME=value}, with quotes or without. */
  public static Map<String, String> read(String file) {
    var variables = new LinkedHashMap<String, String>();
    for (var line : file.lines().map(String::strip).toList()) {
      var given = line.startsWith("export ") ? line.substring("export ".length()).strip() : line;
      int at = given.indexOf('=');
      if (at > 0 && given.charAt(0) != '#') {
        variables.put(given.substring(0, at).strip(), unquoted(given.substring(at + 1).strip()));
      }
    }
    return variables;
  }

  private static boolean isSecret(String name, String value) {
    if (value.startsWith("/") || value.startsWith("~/") || value.startsWith("./")) {
      return false; // where a secret is kept, and none
    }
    return switch (SecretName.of(name)) {
      case NONE -> false;
      case MAYBE -> Likeness.RANDOM.holds(value);
      case TOKEN, PASSWORD -> true;
    };
  }

  private static String unquoted(String value) {
    if (value.isEmpty() || "\"'".indexOf(value.charAt(0)) < 0) {
      int comment = value.indexOf(" #");
      return comment < 0 ? value : value.substring(0, comment).strip();
    }
    int end = value.indexOf(value.charAt(0), 1);
    return end < 0 ? value : value.substring(1, end);
  }
}
