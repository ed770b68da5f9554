package dev.mantra.cli;

import dev.mantra.formats.journal.Session;
import dev.mantra.redactor.EnvironmentSecrets;
import dev.mantra.redactor.HashedValue;
import dev.mantra.redactor.HashedValues;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps what the secrets of the environment and of the project's {@code .env} files can be
 * recognised by in a session: hashes, never values. It has a thread of its own, since nobody waits
 * for it.
 */
final class RecSecrets {

  /** Without one of these in a name, nothing need be loaded to look closer: rec starts fast. */
  private static final List<String> TELLING =
      List.of("KEY", "TOKEN", "SECRET", "PASS", "PWD", "CRED", "AUTH", "JWT");

  /** Where a shell is and was; every one has them. */
  private static final Set<String> NO_SECRETS = Set.of("PWD", "OLDPWD");

  private static final String FILES = ".env*";
  private static final List<String> TEMPLATES = List.of("example", "sample", "template", "dist");
  private static final long LARGEST_FILE = 1 << 16;
  private static final int SALT_LENGTH = 8;
  private static final long LONGEST_WAIT_MILLIS = 300;
  private static final long LOOK_EVERY_MILLIS = 20;

  private final Map<String, String> environment;
  private final Path folder;
  private final Supplier<Optional<Session>> session;
  private final Set<String> kept = new LinkedHashSet<>();
  private final Thread thread;

  private RecSecrets(
      Map<String, String> environment, Path folder, Supplier<Optional<Session>> session) {
    this.environment = environment;
    this.folder = folder;
    this.session = session;
    this.thread = Thread.ofPlatform().name("secrets").daemon().unstarted(this::keepFirst);
  }

  /** What the secrets can be recognised by that there are now, kept nowhere. */
  static List<HashedValue> hashes(Map<String, String> environment, Path folder) {
    return new RecSecrets(environment, folder, Optional::empty).hashes();
  }

  /**
   * Begins, which costs no time now.
   *
   * @param session empty as long as the journal is not open
   */
  static RecSecrets start(
      Map<String, String> environment, Path folder, Supplier<Optional<Session>> session) {
    var secrets = new RecSecrets(environment, folder, session);
    boolean any = environment.keySet().stream().anyMatch(RecSecrets::isTelling);
    if (any || !secrets.files().isEmpty()) {
      secrets.thread.start();
    }
    return secrets;
  }

  private static boolean isTelling(String variable) {
    var name = variable.toUpperCase(Locale.ROOT);
    return !NO_SECRETS.contains(name) && TELLING.stream().anyMatch(name::contains);
  }

  /** Waits for it, but not long, and adds what has come into the files since. */
  void finish() {
    try {
      thread.join(LONGEST_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive() && !files().isEmpty()) {
      keep();
    }
  }

  private void keepFirst() {
    try {
      while (session.get().isEmpty()) {
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
      keep();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    var into = session.get();
    if (into.isEmpty()) {
      return;
    }
    var hashes = hashes();
    if (hashes.isEmpty()) {
      return;
    }
    try {
      into.get().addKnownValues(hashes.stream().map(HashedValue::toString).toList());
    } catch (IOException e) {
      // The journal is in trouble then, too, and says so; rules find most secrets all the same.
    }
  }

  /** What values can be recognised by that were not there when this was asked last. */
  private List<HashedValue> hashes() {
    var values = new LinkedHashSet<>(EnvironmentSecrets.of(environment));
    for (var file : files()) {
      values.addAll(EnvironmentSecrets.of(EnvironmentSecrets.read(text(file))));
    }
    values.removeAll(kept);
    kept.addAll(values);
    if (values.isEmpty()) {
      return List.of();
    }
    var salt = new byte[SALT_LENGTH];
    new SecureRandom().nextBytes(salt);
    return HashedValues.of(HashedValue.ENVIRONMENT, values, salt);
  }

  private List<Path> files() {
    var files = new ArrayList<Path>();
    ProjectFolders.of(folder).forEach(each -> addFiles(each, files));
    return files;
  }

  private static void addFiles(Path folder, List<Path> files) {
    try (var found = Files.newDirectoryStream(folder, FILES)) {
      for (var file : found) {
        var name = file.getFileName().toString();
        if (TEMPLATES.stream().noneMatch(name::contains)
            && Files.isRegularFile(file)
            && Files.size(file) <= LARGEST_FILE) {
          files.add(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // those that could be seen count
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return ""; // gone, unreadable, or no text
    }
  }
}
