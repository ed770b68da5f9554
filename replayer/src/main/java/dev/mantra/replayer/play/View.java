package dev.mantra.replayer.play;

import java.io.IOException;
import java.util.OptionalLong;

/** A way of showing a session on the terminal. Times are nanoseconds since the session's start. */
interface View {

  /** Takes the terminal over. */
  void enter() throws IOException;

  /** When something next happens, after the moment the view is at; empty when nothing will. */
  OptionalLong nextEvent() throws IOException;

  /** Goes to a moment before or after the one it is at. What is then to be seen, draw shows. */
  void goTo(long at) throws IOException;

  /** Brings the terminal up to date; costs little when it is. */
  void draw(Dashboard dashboard) throws IOException;

  /** The window may show anything, in any size: the next draw shows everything. */
  void redraw();

  /** Gives the terminal back as it was. */
  void leave() throws IOException;

  /** Has the last screen stay in the window that was given back. */
  void keepLastScreen() throws IOException;
}
