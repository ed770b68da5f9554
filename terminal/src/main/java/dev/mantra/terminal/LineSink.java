package dev.mantra.terminal;

/** Takes the lines that scroll out of a screen, in the order in which they do. */
public interface LineSink {
  /** Called while bytes are being fed; the terminal must not be asked for anything else here. */
  void lineLeft(Line line, Departure departure);
}
