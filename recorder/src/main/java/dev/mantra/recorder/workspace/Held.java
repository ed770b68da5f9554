package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileContent;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the content of a captured file is, and how to get it back: a body, and the patches that
 * have made it what it is.
 *
 * @param origin the body that the patches begin with; what {@code content} says when there are none
 */
record Held(FileContent content, FileContent origin, List<Bytes> patches) {

  /** So many patches are applied one after the other, and then a body is stored again. */
  private static final int MOST_PATCHES = 32;

  static Held of(FileContent content) {
    return new Held(content, content, List.of());
  }

  /** The same after one more patch. */
  Held patched(Bytes sha256, Bytes patch) {
    var more = new ArrayList<>(patches);
    more.add(patch);
    return new Held(new FileContent.Patched(sha256), origin, List.copyOf(more));
  }

  /**
   * Whether a patch is better than the body it makes: patches are kept as they are, and bodies
   * compressed; and too many patches make a file slow to read.
   */
  boolean takes(Bytes patch, long bodyLength) {
    long length = patch.length();
    for (var one : patches) {
      length += one.length();
    }
    return patches.size() < MOST_PATCHES && 3 * length < bodyLength;
  }
}
