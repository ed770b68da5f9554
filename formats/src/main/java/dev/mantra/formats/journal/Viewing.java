package dev.mantra.formats.journal;

import java.io.IOException;

/** Says through what sessions are read. May be asked by several threads. */
public interface Viewing {

  /** All sessions as they were recorded. */
  Viewing ORIGINALS =
      new Viewing() {
        @Override
        public Session of(Session session) {
          return session;
        }

        @Override
        public String version() {
          return "";
        }
      };

  /** The same session, read through what others may see of it. */
  Session of(Session session) throws IOException;

  /** What was read under another version may look different by now. */
  String version();
}
