package dev.mantra.formats.event;

/**
 * Tokens that a model counted.
 *
 * @param input read anew
 * @param cacheRead read from the cache of earlier requests
 * @param cacheWrite put into that cache
 * @param output written, thinking included
 * @param thinking the part of the output that was thinking, where it is counted apart
 */
public record Usage(long input, long cacheRead, long cacheWrite, long output, long thinking) {

  public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

  public Usage plus(Usage more) {
    return new Usage(
        input + more.input,
        cacheRead + more.cacheRead,
        cacheWrite + more.cacheWrite,
        output + more.output,
        thinking + more.thinking);
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
