package dev.mantra.cli;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.journal.Store;
import dev.mantra.formats.workspace.ContentStore;
import dev.mantra.recorder.workspace.WorkspaceLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings in force: of all layers, the last one that says something. */
final class Settings {

  private static final String CONTENTS = "contents";
  private static final String SESSIONS = "sessions";

  private final Surroundings around;
  private final Folders folders;
  private final Map<SettingKey, Setting> values;
  private final List<String> warnings;
  private final List<Path> files;

  private Settings(
      Surroundings around,
      Folders folders,
      Map<SettingKey, Setting> values,
      List<String> warnings,
      List<Path> files) {
    this.around = around;
    this.folders = folders;
    this.values = values;
    this.warnings = warnings;
    this.files = files;
  }

  /** Reads all layers below the options. Never fails: what is wrong becomes a warning. */
  static Settings load(Surroundings around) {
    var folders = Folders.of(around.environment());
    var layers = new SettingLayers(around, folders);
    layers.readAll();
    return new Settings(around, folders, layers.values(), layers.warnings(), layers.files());
  }

  /** These settings with one given as an option. */
  Settings with(SettingKey key, String value, String option) {
    var more = new EnumMap<SettingKey, Setting>(SettingKey.class);
    more.putAll(values);
    more.put(key, new Setting(key, value, option));
    return new Settings(around, folders, more, warnings, files);
  }

  /** Every setting, also those nobody set. */
  List<Setting> all() {
    var all = new ArrayList<Setting>();
    for (var key : SettingKey.values()) {
      all.add(get(key));
    }
    return Collections.unmodifiableList(all);
  }

  /** What is wrong with the configuration, a line each with file and place. */
  List<String> warnings() {
    return warnings;
  }

  /** The configuration files that were read. */
  List<Path> files() {
    return files;
  }

  Map<String, String> environment() {
    return around.environment();
  }

  Folders folders() {
    return folders;
  }

  /** Where the sessions lie; empty when the environment names no home. */
  Optional<Path> sessions() {
    return data().map(folder -> folder.resolve(SESSIONS));
  }

  Optional<Path> data() {
    return folder(SettingKey.STORE_DATA);
  }

  Optional<Path> cache() {
    return folder(SettingKey.STORE_CACHE);
  }

  Optional<Path> state() {
    return folder(SettingKey.STORE_STATE);
  }

  /**
   * All sessions.
   *
   * @throws CommandFailure when it is not known where they are
   */
  Store store() {
    return new Store(
        sessions()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        ExitCode.IO,
                        "cannot tell where the sessions are: HOME is not set; set HOME, or MANTRA_HOME"
                            + " to a folder for everything Mantra keeps")));
  }

  boolean recordsInput() {
    return isOn(SettingKey.REC_INPUT);
  }

  boolean recordsWorkspace() {
    return isOn(SettingKey.REC_WORKSPACE);
  }

  /** Where bodies of files lie; empty when the environment names no home. */
  Optional<ContentStore> contents() {
    return data().map(folder -> new ContentStore(folder.resolve(CONTENTS)));
  }

  /** How large the contents of files may become. */
  long quota() {
    return bytes(SettingKey.STORE_QUOTA);
  }

  WorkspaceLimits workspaceLimits() {
    return new WorkspaceLimits(
        Long.parseLong(value(SettingKey.WORKSPACE_MAX_FILES)),
        bytes(SettingKey.WORKSPACE_MAX_FILE),
        bytes(SettingKey.WORKSPACE_MAX_SESSION),
        quota());
  }

  boolean recordsAgents() {
    return isOn(SettingKey.REC_AGENTS);
  }

  /** Whether a session is indexed when it has ended. */
  boolean indexesAfterwards() {
    return isOn(SettingKey.REC_INDEX);
  }

  /** Whether secrets are covered before anything is written. */
  boolean redactsRecording() {
    return get(SettingKey.REDACT_AT).value().equals("record");
  }

  boolean isStrict() {
    return isOn(SettingKey.REC_STRICT);
  }

  boolean isQuiet() {
    return isOn(SettingKey.REC_QUIET);
  }

  Optional<Duration> recIdleTimeLimit() {
    return set(SettingKey.REC_IDLE_TIME_LIMIT).flatMap(Seconds::read);
  }

  /** What the terminal sends for the marker key, where there is one. */
  Optional<Bytes> markerKey() {
    return key(SettingKey.REC_MARKER_KEY);
  }

  /** What the terminal sends for the pause key, where there is one. */
  Optional<Bytes> pauseKey() {
    return key(SettingKey.REC_PAUSE_KEY);
  }

  double playSpeed() {
    var speed = get(SettingKey.PLAY_SPEED).value();
    return speed.isEmpty() ? 1 : Double.parseDouble(speed);
  }

  Optional<Duration> playIdleTimeLimit() {
    return set(SettingKey.PLAY_IDLE_TIME_LIMIT).flatMap(Seconds::read);
  }

  List<String> initCommands() {
    return SettingForm.words(get(SettingKey.INIT_COMMANDS).value());
  }

  ColorChoice color() {
    var choice = get(SettingKey.COLOR).value();
    return choice.isEmpty()
        ? ColorChoice.AUTO
        : ColorChoice.valueOf(choice.toUpperCase(Locale.ROOT));
  }

  /** Whether this runs inside a session that is being recorded. */
  boolean isInsideRecording() {
    return !around.variable("MANTRA_REC").isEmpty();
  }

  /** The id of the session this runs in. */
  Optional<String> surroundingSession() {
    return Optional.of(around.variable("MANTRA_SESSION")).filter(id -> !id.isEmpty());
  }

  private Setting get(SettingKey key) {
    var set = values.get(key);
    return set != null ? set : new Setting(key, usual(key), "default");
  }

  private String usual(SettingKey key) {
    var folder =
        switch (key) {
          case STORE_DATA -> folders.data();
          case STORE_CACHE -> folders.cache();
          case STORE_STATE -> folders.state();
          default -> Optional.<Path>empty();
        };
    return folder.map(Path::toString).orElse(key.usual());
  }

  /** What was set or, where somebody has unset it, what is usual. */
  private String value(SettingKey key) {
    return set(key).orElse(key.usual());
  }

  private long bytes(SettingKey key) {
    return ByteSize.read(value(key)).orElseThrow();
  }

  private boolean isOn(SettingKey key) {
    return get(key).value().equals("true");
  }

  private Optional<Bytes> key(SettingKey key) {
    return set(key).flatMap(KeyName::bytes);
  }

  private Optional<Path> folder(SettingKey key) {
    return set(key).map(Path::of);
  }

  /** The value; most are not set, and then what reads them need not even be loaded. */
  private Optional<String> set(SettingKey key) {
    return Optional.of(get(key).value()).filter(value -> !value.isEmpty());
  }
}
