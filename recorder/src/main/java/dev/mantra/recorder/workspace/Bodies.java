package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.workspace.ContentHash;
import dev.mantra.formats.workspace.ContentStore;
import dev.mantra.formats.workspace.ContentWriter;
import dev.mantra.formats.workspace.ContentWriter.FullException;
import dev.mantra.formats.workspace.GitObjects;
import dev.mantra.formats.workspace.TextPatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contents of captured files: puts them into the content store, and gets them back. */
final class Bodies implements AutoCloseable {

  /** What is longer is not even read to tell its hash. */
  private static final int HASHED_TIMES_LIMIT = 16;

  private final ContentStore store;
  private final ContentWriter writer;
  private final WorkspaceLimits limits;
  private final Set<Omission> full = EnumSet.noneOf(Omission.class);
  private @Nullable GitObjects git;

  Bodies(ContentStore store, ContentWriter writer, WorkspaceLimits limits) {
    this.store = store;
    this.writer = writer;
    this.limits = limits;
  }

  /** Bodies are also to be had from this repository, which is closed together with this. */
  void useGit(GitObjects objects) {
    git = objects;
  }

  /** What there was no room for so far. */
  Set<Omission> full() {
    return full;
  }

  /** Stores a file's content, if there is room for it. */
  Held store(byte[] body) {
    if (body.length > limits.fileBytes()) {
      return missing(Omission.FILE_LIMIT, Optional.of(ContentHash.of(body)));
    }
    try {
      return Held.of(new FileContent.Stored(writer.put(body)));
    } catch (FullException e) {
      return missing(e.why(), Optional.of(ContentHash.of(body)));
    } catch (IOException e) {
      // A store that cannot be written has no room.
      return missing(Omission.QUOTA, Optional.of(ContentHash.of(body)));
    }
  }

  /** Stores a file that is too long to be held in memory. */
  Held store(InputStream body, long length) throws IOException {
    if (length > limits.fileBytes()) {
      return missing(
          Omission.FILE_LIMIT,
          length > HASHED_TIMES_LIMIT * limits.fileBytes()
              ? Optional.empty()
              : Optional.of(hash(body)));
    }
    try {
      return Held.of(new FileContent.Stored(writer.put(body)));
    } catch (FullException e) {
      return missing(e.why(), Optional.empty());
    }
  }

  /** The same content in the store: git may throw away what it has. */
  Held secured(Held held) throws IOException {
    return held.content() instanceof FileContent.InGit ? secured(held, text(held)) : held;
  }

  /**
   * The same, of a content that has been read.
   *
   * @param body the content, where it was to be had in memory
   */
  Held secured(Held held, Optional<byte[]> body) throws IOException {
    if (!(held.content() instanceof FileContent.InGit inGit)) {
      return held;
    }
    var secured = body.isPresent() ? store(body.get()) : copied(inGit);
    return secured.content() instanceof FileContent.Missing ? held : secured;
  }

  private Held copied(FileContent.InGit inGit) throws IOException {
    var size = git == null ? Optional.<Long>empty() : git.size(inGit.blob());
    if (git == null || size.isEmpty()) {
      return Held.of(inGit);
    }
    try (var body = git.stream(inGit.blob()).orElseGet(InputStream::nullInputStream)) {
      return store(body, size.get());
    }
  }

  /** A content in memory; empty when it is not to be had, or too long to be compared. */
  Optional<byte[]> text(Held held) throws IOException {
    var body = origin(held.origin());
    if (body.isEmpty()) {
      return body;
    }
    try {
      var text = body.get();
      for (var patch : held.patches()) {
        text = TextPatch.apply(patch, text);
      }
      return Optional.of(text);
    } catch (IllegalArgumentException e) {
      throw new IOException("a patch of ours does not fit: " + e.getMessage(), e);
    }
  }

  /** Writes through to the disk what the journal is about to refer to. */
  void force() throws IOException {
    writer.force();
  }

  @Override
  public void close() throws IOException {
    if (git != null) {
      git.close();
    }
    writer.close();
  }

  private Optional<byte[]> origin(FileContent content) throws IOException {
    return switch (content) {
      case FileContent.Stored stored -> stored(stored.sha256());
      case FileContent.InGit inGit ->
          git == null ? Optional.empty() : git.read(inGit.blob(), TextPatch.LONGEST);
      case FileContent.Patched _, FileContent.Missing _ -> Optional.empty();
    };
  }

  private Optional<byte[]> stored(Bytes sha256) {
    try {
      return Optional.of(store.read(sha256, TextPatch.LONGEST));
    } catch (IOException e) {
      // Longer than what is compared, or gone: then there is nothing to compare with.
      return Optional.empty();
    }
  }

  private Held missing(Omission why, Optional<Bytes> sha256) {
    if (why != Omission.FILE_LIMIT) {
      full.add(why);
    }
    return Held.of(new FileContent.Missing(why, sha256));
  }

  private static Bytes hash(InputStream body) throws IOException {
    var digest = ContentHash.sha256();
    new DigestInputStream(body, digest).transferTo(OutputStream.nullOutputStream());
    return Bytes.wrap(digest.digest());
  }
}
