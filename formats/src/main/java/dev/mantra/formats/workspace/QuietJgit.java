package dev.mantra.formats.workspace;

import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from doing more than it is asked to: by itself it runs git to find the system's
 * configuration, and writes files beside those it reads to find out how exact their times are.
 */
final class QuietJgit {

  private QuietJgit() {}

  /** To be called before anything else of JGit's. */
  static void settle() {
    if (!(SystemReader.getInstance() instanceof Reader)) {
      SystemReader.setInstance(new Reader(SystemReader.getInstance()));
    }
  }

  private static final class Reader extends SystemReader.Delegate {
    private final Known config = new Known();

    Reader(SystemReader system) {
      super(system);
    }

    @Override
    public StoredConfig getUserConfig() {
      return config;
    }

    @Override
    public StoredConfig getJGitConfig() {
      return config;
    }

    @Override
    public StoredConfig getSystemConfig() {
      return config;
    }
  }

  /** A configuration that knows already what would else be measured. */
  private static final class Known extends StoredConfig {
    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      if (!section.equals("filesystem")) {
        return null;
      }
      return name.equalsIgnoreCase("timestampResolution") ? "10 milliseconds" : "20 milliseconds";
    }
  }
}
