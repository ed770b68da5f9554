package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Usage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the tokens of each reply once, though each of its blocks has a record that repeats them.
 *
 * <p>Up to 2.0 the records of the first blocks are written before the last token was counted. The
 * first entry of the reply is told with what its record says, and extended when a later one says
 * more.
 */
final class ClaudeUsage {

  /** So many replies may come in between each other: those of agents that work at once. */
  private static final int MOST_OPEN = 200;

  private final ClaudeTeller teller;
  private final Map<String, Reply> open =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reply> eldest) {
          return size() > MOST_OPEN;
        }
      };

  private record Reply(String entry, Kind kind, Optional<Instant> time, Usage told) {}

  ClaudeUsage(ClaudeTeller teller) {
    this.teller = teller;
  }

  /**
   * What the entry is to be told with, which is the next one of a reply.
   *
   * @param message the reply's id; empty for one that nobody counted
   */
  Usage of(ClaudeRecord record, String message, String entry, Kind kind) {
    var usage = read(record.json().get("message").get("usage"));
    if (message.isEmpty() || usage.isNone() || open.containsKey(message)) {
      return Usage.NONE;
    }
    open.put(message, new Reply(entry, kind, record.time(), usage));
    return usage;
  }

  /** Corrects what the reply's first entry was told with. */
  void correct(ClaudeRecord record, String message) {
    var reply = open.get(message);
    var usage = read(record.json().get("message").get("usage"));
    if (reply == null || usage.isNone() || usage.equals(reply.told)) {
      return;
    }
    open.put(message, new Reply(reply.entry, reply.kind, reply.time, usage));
    var more =
        teller
            .entry(record, reply.entry, reply.kind)
            .change(Change.EXTENDED)
            .time(reply.time)
            .omitted(0)
            .usage(minus(usage, reply.told));
    teller.tell(more, record);
  }

  private static Usage read(Json usage) {
    return new Usage(
        usage.number("input_tokens"),
        usage.number("cache_read_input_tokens"),
        usage.number("cache_creation_input_tokens"),
        usage.number("output_tokens"),
        usage.get("output_tokens_details").number("thinking_tokens"));
  }

  private static Usage minus(Usage all, Usage known) {
    return new Usage(
        all.input() - known.input(),
        all.cacheRead() - known.cacheRead(),
        all.cacheWrite() - known.cacheWrite(),
        all.output() - known.output(),
        all.thinking() - known.thinking());
  }
}
