package dev.mantra.cli;

import java.util.OptionalInt;

/** What a process knows of the terminal it runs in. */
interface TerminalProbe {

  /** The three streams every process is given. */
  enum Stream {
    IN(0),
    OUT(1),
    ERR(2);

    private final int descriptor;

    Stream(int descriptor) {
      this.descriptor = descriptor;
    }

    int descriptor() {
      return descriptor;
    }
  }

  /** No stream is a terminal. */
  TerminalProbe NONE =
      new TerminalProbe() {
        @Override
        public boolean isTerminal(Stream stream) {
          return false;
        }

        @Override
        public OptionalInt columns() {
          return OptionalInt.empty();
        }
      };

  boolean isTerminal(Stream stream);

  /** How many characters fit into a line; empty when the terminal does not say. */
  OptionalInt columns();
}
