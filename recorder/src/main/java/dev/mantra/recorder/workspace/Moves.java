package dev.mantra.recorder.workspace;

import dev.mantra.recorder.workspace.Difference.Gone;
import dev.mantra.recorder.workspace.Difference.Newness;
import dev.mantra.recorder.workspace.Difference.Now;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what of the things that are gone is somewhere else now. */
final class Moves {

  private final List<Gone> gone = new ArrayList<>();
  private final Map<File, Gone> files = new HashMap<>();

  private final Set<Gone> found = Collections.newSetFromMap(new IdentityHashMap<>());

  private record File(long inode, long device) {
    static File of(Stamp stamp) {
      return new File(stamp.inode(), stamp.device());
    }
  }

  void add(Gone one) {
    gone.add(one);
    if (one.known().stamp().type() == Stamp.Type.FILE) {
      files.put(File.of(one.known().stamp()), one);
    }
  }

  /** What was moved, each with where it was. */
  Map<Now, Gone> match(Collection<Now> now) {
    var moved = new IdentityHashMap<Now, Gone>();
    for (var one : now) {
      var from = files.get(File.of(one.stamp()));
      if (from != null && one.newness() != Newness.CHANGED && isMoved(from, one)) {
        moved.put(one, from);
        files.remove(File.of(one.stamp()));
        found.add(from);
      }
    }
    return moved;
  }

  /** What is nowhere else. */
  List<Gone> left() {
    return gone.stream().filter(one -> !found.contains(one)).toList();
  }

  private static boolean isMoved(Gone from, Now to) {
    return to.stamp().type() == Stamp.Type.FILE && to.stamp().isSameFile(from.known().stamp());
  }
}
