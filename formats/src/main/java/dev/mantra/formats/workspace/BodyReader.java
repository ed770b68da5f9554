package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Gets the bytes of files from wherever they are. For one thread. */
public final class BodyReader implements AutoCloseable {

  /** Longer files are not handled in one piece, and not in any other. */
  public static final int LONGEST = 256 << 20;

  private final Optional<ContentStore> store;
  private final UnaryOperator<byte[]> view;
  private final Map<Bytes, GitObjects> repositories = new HashMap<>();

  /**
   * @param store absent when there is none
   * @param view what is to be shown of the content of a file
   */
  public BodyReader(Optional<ContentStore> store, UnaryOperator<byte[]> view) {
    this.store = store;
    this.view = view;
  }

  /** How long a file is, where that can be known without reading it. */
  public OptionalLong size(TreeEntry entry) {
    if (!(entry.state() instanceof FileState.Regular file)) {
      return OptionalLong.empty();
    }
    if (file.size() != TreeEntry.UNKNOWN_SIZE) {
      return OptionalLong.of(file.size());
    }
    try {
      return entry.body() instanceof Body.InGit(var repository, var blob)
          ? git(repository).size(blob).map(OptionalLong::of).orElse(OptionalLong.empty())
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * A body in memory.
   *
   * @param most how many bytes it may have
   */
  public byte[] read(Body body, int most) throws MissingBodyException {
    return view.apply(original(body, most));
  }

  private byte[] original(Body body, int most) throws MissingBodyException {
    var out = new BoundedOutput(most);
    try {
      copy(body, out);
    } catch (MissingBodyException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new MissingBodyException("the content store has it no more", e);
    } catch (IOException e) {
      throw new MissingBodyException(String.valueOf(e.getMessage()), e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    repositories.values().forEach(GitObjects::close);
    repositories.clear();
  }

  private void copy(Body body, OutputStream out) throws IOException {
    switch (body) {
      case Body.Stored(var sha256) -> store().copyTo(sha256, out);
      case Body.Plain(var bytes) -> bytes.writeTo(out);
      case Body.Patched patched -> out.write(patched(patched));
      case Body.Missing(var why) -> throw new MissingBodyException(why);
      case Body.InGit(var repository, var blob) -> {
        if (!git(repository).copyTo(blob, out)) {
          throw new MissingBodyException(
              "the repository has " + ContentHash.hex(blob) + " no more");
        }
      }
    }
  }

  /** Patches are applied one after the other: there may be many. */
  private byte[] patched(Body.Patched last) throws IOException {
    var patches = new ArrayDeque<Body.Patched>();
    Body body = last;
    while (body instanceof Body.Patched patch) {
      patches.push(patch);
      body = patch.before();
    }
    var text = original(body, TextPatch.LONGEST);
    try {
      for (var patch : patches) {
        text = TextPatch.apply(patch.hunks(), text);
      }
    } catch (IllegalArgumentException e) {
      throw new MissingBodyException("its patches do not fit: " + e.getMessage(), e);
    }
    if (!ContentHash.of(text).equals(last.sha256())) {
      throw new MissingBodyException("its patches do not make what they should");
    }
    return text;
  }

  private ContentStore store() throws MissingBodyException {
    return store.orElseThrow(() -> new MissingBodyException("there is no content store"));
  }

  private GitObjects git(Bytes repository) {
    return repositories.computeIfAbsent(
        repository, path -> GitObjects.open(PathBytes.absolute(path)));
  }
}
