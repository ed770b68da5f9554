package dev.mantra.formats.transcript;

import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a transcript's file for reading. Codex compresses rollouts that it has put away: of such a
 * file come the bytes that it had before, and places are places among these.
 */
public final class TranscriptInput {

  private static final String COMPRESSED = ".zst";

  private TranscriptInput() {}

  /**
   * Opens a file.
   *
   * @throws IOException when it cannot be read; also later, when what is called compressed is not
   */
  public static InputStream open(Path file) throws IOException {
    var in = Files.newInputStream(file);
    return file.toString().endsWith(COMPRESSED) ? new ZstdInputStream(in) : in;
  }
}
