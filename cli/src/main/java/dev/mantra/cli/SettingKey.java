package dev.mantra.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set, with what it is when nobody sets it. */
enum SettingKey {
  STORE_DATA(
      "store.data", SettingForm.FOLDER, "", Reach.PERSON, "folder that holds the sessions folder"),
  STORE_CACHE(
      "store.cache",
      SettingForm.FOLDER,
      "",
      Reach.PERSON,
      "folder for what can be made again at any time"),
  STORE_STATE("store.state", SettingForm.FOLDER, "", Reach.PERSON, "folder for logs"),
  REC_INPUT("rec.input", SettingForm.BOOLEAN, "true", Reach.PROJECT_OFF, "record what is typed"),
  REC_WORKSPACE(
      "rec.workspace",
      SettingForm.BOOLEAN,
      "true",
      Reach.PROJECT_OFF,
      "record the files of the working folder"),
  WORKSPACE_MAX_FILES(
      "workspace.max_files",
      SettingForm.COUNT,
      "200000",
      Reach.PERSON,
      "how many files a workspace may have to be recorded"),
  WORKSPACE_MAX_FILE(
      "workspace.max_file",
      SettingForm.SIZE,
      "16M",
      Reach.PERSON,
      "how large a file may be for its content to be kept"),
  WORKSPACE_MAX_SESSION(
      "workspace.max_session",
      SettingForm.SIZE,
      "500M",
      Reach.PERSON,
      "how much one session may add to the contents of files, compressed"),
  STORE_QUOTA(
      "store.quota",
      SettingForm.SIZE,
      "10G",
      Reach.PERSON,
      "how large the contents of files of all sessions may become, compressed"),
  REC_AGENTS(
      "rec.agents",
      SettingForm.BOOLEAN,
      "true",
      Reach.PROJECT_OFF,
      "record what agents write into their transcripts"),
  REC_INDEX(
      "rec.index",
      SettingForm.BOOLEAN,
      "true",
      Reach.PROJECT_OFF,
      "have sessions indexed in the background when they have ended"),
  REDACT_AT(
      "redact.at",
      SettingForm.REDACTION,
      "show",
      Reach.PERSON,
      "when secrets are covered: when something is shown, or before it is recorded"),
  REC_STRICT(
      "rec.strict",
      SettingForm.BOOLEAN,
      "false",
      Reach.PERSON,
      "do not run what cannot be recorded"),
  REC_QUIET(
      "rec.quiet", SettingForm.BOOLEAN, "false", Reach.PERSON, "do not even say what went wrong"),
  REC_IDLE_TIME_LIMIT(
      "rec.idle_time_limit",
      SettingForm.SECONDS,
      "",
      Reach.PROJECT,
      "longest pause a player should show of new sessions"),
  REC_MARKER_KEY("rec.marker_key", SettingForm.KEY, "", Reach.PERSON, "key that marks the moment"),
  REC_PAUSE_KEY(
      "rec.pause_key", SettingForm.KEY, "", Reach.PERSON, "key that pauses recording and resumes"),
  PLAY_SPEED("play.speed", SettingForm.NUMBER, "1", Reach.PROJECT, "how fast sessions are played"),
  PLAY_IDLE_TIME_LIMIT(
      "play.idle_time_limit",
      SettingForm.SECONDS,
      "",
      Reach.PROJECT,
      "longest pause the player shows"),
  INIT_COMMANDS(
      "init.commands",
      SettingForm.COMMANDS,
      "claude codex gemini",
      Reach.PERSON,
      "commands the shell functions of 'mantra init' record"),
  COLOR("color", SettingForm.COLOR, "auto", Reach.PROJECT, "auto, always or never");

  /** Whose files may set a key: a checkout from somewhere must not be able to do harm. */
  enum Reach {
    /** Only the person's own and the machine's files. */
    PERSON,
    /** Also a project's .mantra.toml. */
    PROJECT,
    /** A project may switch it off, never on. */
    PROJECT_OFF
  }

  private final String key;
  private final SettingForm form;
  private final String usual;
  private final Reach reach;
  private final String meaning;

  SettingKey(String key, SettingForm form, String usual, Reach reach, String meaning) {
    this.key = key;
    this.form = form;
    this.usual = usual;
    this.reach = reach;
    this.meaning = meaning;
  }

  static Optional<SettingKey> named(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
  }

  /** As it is written in a file: {@code rec.input}. */
  String key() {
    return key;
  }

  /** The environment variable that sets it: {@code MANTRA_REC_INPUT}. */
  String variable() {
    return "MANTRA_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  SettingForm form() {
    return form;
  }

  /** The value nobody set, written as in the environment; empty means none. */
  String usual() {
    return usual;
  }

  String meaning() {
    return meaning;
  }

  boolean isForProjects(String value) {
    return switch (reach) {
      case PERSON -> false;
      case PROJECT -> true;
      case PROJECT_OFF -> value.equals("false");
    };
  }

  /** Whether a project may set it at all. */
  boolean concernsProjects() {
    return reach != Reach.PERSON;
  }
}
