package dev.mantra.recorder.pty;

/** The thread that this runs on, as the system sees it. */
public final class CurrentThread {

  private static final int PRIO_PROCESS = 0;
  private static final int LOWEST = 19;

  /** A third of what others get when all want the processor. */
  private static final int LOW = 5;

  private CurrentThread() {}

  /**
   * Has the system give this thread the processor and the disk when nobody else wants them: Java's
   * own priorities do nothing on Linux, where setpriority(2) is for one thread.
   */
  public static void letOthersGoFirst() {
    new Libc().call(Libc.find("setpriority"), PRIO_PROCESS, 0, LOWEST);
  }

  /** Has the system prefer others, and yet not forget this thread while they are at work. */
  public static void preferOthers() {
    new Libc().call(Libc.find("setpriority"), PRIO_PROCESS, 0, LOW);
  }
}
