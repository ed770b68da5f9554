package dev.mantra.replayer.play;

import java.io.IOException;

/**
 * Something that is asked for at the bottom of the window. What is returned is to be said there.
 */
interface Prompt {

  InputLine line();

  /** The line is another one now. */
  String changed() throws IOException;

  /** The line is complete. */
  String accepted() throws IOException;

  /** Nothing is wanted any more. */
  void cancelled() throws IOException;
}
