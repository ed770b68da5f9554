package dev.mantra.cli;

import dev.mantra.recorder.IoProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the layers of settings, each over the one before: the machine's file, the person's file,
 * the project's file, the environment.
 */
final class SettingLayers {

  private static final String USER_FILE = "config.toml";
  private static final String PROJECT_FILE = ".mantra.toml";

  private final Surroundings around;
  private final Folders folders;
  private final Map<SettingKey, Setting> values = new EnumMap<>(SettingKey.class);
  private final List<String> warnings = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();

  SettingLayers(Surroundings around, Folders folders) {
    this.around = around;
    this.folders = folders;
  }

  void readAll() {
    file(around.systemConfig());
    folders.config().ifPresent(folder -> file(folder.resolve(USER_FILE)));
    var project = projectFile();
    if (project != null) {
      projectFile(project);
    }
    for (var key : SettingKey.values()) {
      var text = around.variable(key.variable());
      if (!text.isEmpty()) {
        set(key, text, around.folder(), "$" + key.variable(), "the environment");
      }
    }
  }

  Map<SettingKey, Setting> values() {
    return values;
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  List<Path> files() {
    return List.copyOf(files);
  }

  private void file(Path file) {
    for (var entry : read(file)) {
      var key = known(file, entry);
      if (key != null) {
        set(key, entry, file);
      }
    }
  }

  private void projectFile(Path file) {
    for (var entry : read(file)) {
      var key = known(file, entry);
      if (key == null) {
        continue;
      }
      var value = key.form().canonical(entry.text());
      if (!key.concernsProjects() || (value.isPresent() && !key.isForProjects(value.get()))) {
        warnings.add(
            place(file, entry)
                + "'"
                + key.key()
                + (key.concernsProjects()
                    ? "' can only be switched off by a project"
                    : "' is not for a project to set")
                + "; it was left as it is. Set it in your own config.toml");
        continue;
      }
      set(key, entry, file);
    }
  }

  private List<TomlFile.Entry> read(Path file) {
    // Nothing but a plain file is opened: a project could have laid a pipe there that never ends.
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      files.add(file);
      return TomlFile.read(file);
    } catch (IOException e) {
      warnings.add("cannot read " + file + ": " + IoProblem.reason(e) + "; it was passed over");
      return List.of();
    }
  }

  private @Nullable SettingKey known(Path file, TomlFile.Entry entry) {
    var key = SettingKey.named(entry.key());
    if (key.isEmpty()) {
      warnings.add(
          place(file, entry)
              + "there is no setting '"
              + entry.key()
              + "'; 'mantra config' lists them all");
    }
    return key.orElse(null);
  }

  private void set(SettingKey key, TomlFile.Entry entry, Path file) {
    var folder = file.toAbsolutePath().getParent();
    if (!entry.fits(key.form())) {
      warn(key, place(file, entry), entry.text());
    } else {
      set(key, entry.text(), folder, file + ":" + entry.line(), place(file, entry).trim());
    }
  }

  private void set(
      SettingKey key, String text, @Nullable Path folder, String origin, String place) {
    var value = key.form().canonical(text);
    if (value.isEmpty()) {
      warn(key, place.endsWith(":") ? place + " " : place + ": ", text);
      return;
    }
    try {
      var canonical =
          key.form() == SettingForm.FOLDER && !value.get().isEmpty()
              ? resolved(value.get(), folder)
              : value.get();
      values.put(key, new Setting(key, canonical, origin));
    } catch (InvalidPathException e) {
      warn(key, place, text);
    }
  }

  private void warn(SettingKey key, String place, String text) {
    warnings.add(
        place
            + "'"
            + key.key()
            + "' is '"
            + text
            + "' and should be "
            + key.form().description()
            + "; it was passed over");
  }

  private String resolved(String text, @Nullable Path folder) {
    if (text.equals("~") || text.startsWith("~/")) {
      var rest = text.length() > 2 ? text.substring(2) : "";
      return folders.home().map(home -> home.resolve(rest).toString()).orElse(text);
    }
    var path = Path.of(text);
    return folder == null ? text : folder.resolve(path).normalize().toString();
  }

  private static String place(Path file, TomlFile.Entry entry) {
    return file + ", line " + entry.line() + ": ";
  }

  /** The nearest project file from the working folder up to the repository's root. */
  private @Nullable Path projectFile() {
    for (var folder : ProjectFolders.of(around.folder())) {
      var file = folder.resolve(PROJECT_FILE);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }
}
