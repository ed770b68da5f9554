package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.WorkspaceStart;

/** Is told what has become of the workspace. */
interface EditSink {

  void start(WorkspaceStart start) throws InterruptedException;

  /**
   * @param moment when it happened, in nanoseconds since 1970
   */
  void changed(long moment, FileEdit edit) throws InterruptedException;

  void notCaptured(Bytes path, Omission why, String detail) throws InterruptedException;
}
