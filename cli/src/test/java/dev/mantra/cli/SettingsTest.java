package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {

  @TempDir Path home;
  private TestProgram program = new TestProgram(Path.of("/"));

  @BeforeEach
  void start() {
    program = new TestProgram(home);
  }

  @Test
  void withoutAnyConfigurationTheDefaultsHold() {
    var settings = program.settings();
    assertTrue(settings.recordsInput());
    assertFalse(settings.isStrict());
    assertEquals(Optional.empty(), settings.markerKey());
    assertEquals(1.0, settings.playSpeed());
    assertEquals(List.of("claude", "codex", "gemini"), settings.initCommands());
    assertEquals(List.of(), settings.warnings());
    assertEquals(List.of(), settings.files());
  }

  @Test
  void oneVariablePutsAllFoldersBelowOneFolder() {
    var settings = program.settings();
    assertEquals(Optional.of(home.resolve("m/data/sessions")), settings.sessions());
    assertEquals(Optional.of(home.resolve("m/cache")), settings.cache());
    assertEquals(Optional.of(home.resolve("m/state")), settings.state());
  }

  @Test
  void foldersFollowTheXdgSpecificationAndIgnoreRelativePaths() {
    var settings =
        program
            .with("MANTRA_HOME", "")
            .with("XDG_DATA_HOME", home.resolve("d").toString())
            .with("XDG_CACHE_HOME", "relative/cache")
            .settings();
    assertEquals(Optional.of(home.resolve("d/mantra/sessions")), settings.sessions());
    assertEquals(Optional.of(home.resolve(".cache/mantra")), settings.cache());
    assertEquals(Optional.of(home.resolve(".local/state/mantra")), settings.state());
  }

  @Test
  void withoutAHomeThereIsNoStoreAndThatIsSaidWhereOneIsNeeded() {
    var settings = program.with("MANTRA_HOME", "").with("HOME", "").settings();
    assertEquals(Optional.empty(), settings.sessions());
    var failure = assertThrows(CommandFailure.class, settings::store);
    assertTrue(failure.text().contains("HOME is not set"), failure.text());
  }

  @Test
  void laterLayersWinAndEverySettingKnowsWhereItIsFrom() throws IOException {
    write("etc/config.toml", "[play]\nspeed = 2\n[rec]\nstrict = true\nquiet = true\n");
    var user = write("m/config/config.toml", "play.speed = 3\n[rec]\nstrict = false\n");
    write("repo/.git/HEAD", "");
    write("repo/.mantra.toml", "[play]\nspeed = 4\n");
    var settings = program.in(Files.createDirectories(home.resolve("repo/a/b"))).settings();
    assertEquals(4.0, settings.playSpeed());
    assertFalse(settings.isStrict());
    assertTrue(settings.isQuiet());
    assertEquals(user + ":3", origin(settings, SettingKey.REC_STRICT));
    assertEquals(5.0, program.with("MANTRA_PLAY_SPEED", "5").settings().playSpeed());
    assertEquals("$MANTRA_PLAY_SPEED", origin(program.settings(), SettingKey.PLAY_SPEED));
  }

  @Test
  void aProjectCanNeitherMoveTheStoreNorRecordMoreNorChangeWhatIsRun() throws IOException {
    write(
        "repo/.mantra.toml",
        """
        [store]
        data = "/tmp/elsewhere"
        [rec]
        input = true
        strict = true
        marker_key = "x"
        idle_time_limit = 2.5
        [init]
        commands = ["evil"]
        """);
    write("repo/.git/HEAD", "");
    var settings = program.with("MANTRA_REC_INPUT", "").in(home.resolve("repo")).settings();
    assertEquals(Optional.of(home.resolve("m/data")), settings.data());
    assertFalse(settings.isStrict());
    assertEquals(Optional.empty(), settings.markerKey());
    assertEquals(List.of("claude", "codex", "gemini"), settings.initCommands());
    assertEquals(2500, settings.recIdleTimeLimit().orElseThrow().toMillis());
    assertEquals(5, settings.warnings().size(), settings.warnings()::toString);
    assertTrue(settings.warnings().getFirst().contains(".mantra.toml, line 2: 'store.data'"));
  }

  @Test
  void aProjectMaySwitchTheRecordingOfInputOff() throws IOException {
    write(".mantra.toml", "rec.input = false\n");
    assertFalse(program.settings().recordsInput());
  }

  @Test
  void outsideARepositoryAFileOfAFolderAboveIsNobodysProject() throws IOException {
    write(".mantra.toml", "rec.input = false\n");
    var below = Files.createDirectories(home.resolve("a/b"));
    assertTrue(program.in(below).settings().recordsInput());
  }

  @Test
  void unknownKeysAndWrongTypesAreWarnedAboutWithTheirLine() throws IOException {
    var file =
        write(
            "m/config/config.toml",
            """
            # a comment
            colour = "always"

            [rec]
            input = "yes"
            marker_key = "Ctrl-X"
            idle_time_limit = -1
            [play]
            speed = "fast"
            """);
    var settings = program.settings();
    assertEquals(
        List.of(
            file + ", line 2: there is no setting 'colour'; 'mantra config' lists them all",
            file + ", line 5: 'rec.input' is 'yes' and should be true or false; it was passed over",
            file
                + ", line 6: 'rec.marker_key' is 'Ctrl-X' and should be a key like \"C-x\", \"^X\","
                + " \"F12\" or a single character; it was passed over",
            file
                + ", line 7: 'rec.idle_time_limit' is '-1' and should be a number of seconds above 0;"
                + " it was passed over",
            file
                + ", line 9: 'play.speed' is 'fast' and should be a number above 0; it was passed"
                + " over"),
        settings.warnings());
    assertTrue(settings.recordsInput());
  }

  @Test
  void aFileThatIsNoTomlIsPassedOverWithItsLine() throws IOException {
    var file = write("m/config/config.toml", "[rec]\ninput = = false\n");
    var warnings = program.settings().warnings();
    assertEquals(1, warnings.size());
    assertTrue(
        warnings.getFirst().startsWith("cannot read " + file + ": line 2: "), warnings::toString);
  }

  @Test
  void aWrongVariableIsWarnedAbout() {
    var warnings = program.with("MANTRA_REC_INPUT", "maybe").settings().warnings();
    assertEquals(1, warnings.size());
    assertTrue(warnings.getFirst().contains("'rec.input' is 'maybe'"), warnings::toString);
  }

  @Test
  void keysAreReadAsTheBytesTheySend() throws IOException {
    write("m/config/config.toml", "[rec]\nmarker_key = \"C-\\\\\"\npause_key = \"F12\"\n");
    var settings = program.settings();
    assertEquals(Optional.of(Bytes.utf8("\u001c")), settings.markerKey());
    assertEquals(Optional.of(Bytes.utf8("\u001b[24~")), settings.pauseKey());
  }

  @Test
  void foldersMayBeWrittenWithATildeOrRelativeToTheirFile() throws IOException {
    write("m/config/config.toml", "[store]\ndata = \"~/rec\"\ncache = \"here\"\n");
    var settings = program.settings();
    assertEquals(Optional.of(home.resolve("rec/sessions")), settings.sessions());
    assertEquals(Optional.of(home.resolve("m/config/here")), settings.cache());
  }

  @Test
  void theTomlParserIsOnlyNeededWhereAFileIs() throws IOException {
    // A name that ends like a configuration but is a folder is none.
    Files.createDirectories(home.resolve("m/config/config.toml"));
    assertEquals(List.of(), program.settings().warnings());
  }

  private Path write(String name, String text) throws IOException {
    var file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String origin(Settings settings, SettingKey key) {
    return settings.all().stream()
        .filter(setting -> setting.key() == key)
        .findFirst()
        .orElseThrow()
        .origin();
  }
}
