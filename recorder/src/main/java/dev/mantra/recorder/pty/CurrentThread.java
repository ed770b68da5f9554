package dev.mantra.recorder.pty;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;

/** The thread that this runs on, as the system sees it. */
public final class CurrentThread {

  private static final int SCHED_BATCH = 3;
  private static final int PRIO_PROCESS = 0;
  private static final int LOWEST = 19;

  /** A third of what others get when all want the processor. */
  private static final int LOW = 5;

  private CurrentThread() {}

  /**
   * Has the system give this thread the processor and the disk when nobody else wants them: Java's
   * own priorities do nothing on Linux, where setpriority(2) is for one thread. Recorded under the
   * real-time scheduler (chrt) the thread leaves it: there setpriority(2) does nothing either.
   */
  public static void letOthersGoFirst() {
    var libc = new Libc();
    var noPriority = Arena.global().allocate(ValueLayout.JAVA_INT);
    libc.call(Libc.find("sched_setscheduler"), 0, SCHED_BATCH, noPriority.address());
    libc.call(Libc.find("setpriority"), PRIO_PROCESS, 0, LOWEST);
  }

  /** Has the system prefer others, and yet not forget this thread while they are at work. */
  public static void preferOthers() {
    new Libc().call(Libc.find("setpriority"), PRIO_PROCESS, 0, LOW);
  }
}
