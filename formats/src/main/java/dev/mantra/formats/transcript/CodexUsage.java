package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Usage;

/**
 * What replies have cost, each counted once. {@code token_count} is written again and again with
 * the same figures; since 0.169 {@code token_usage_record} is written once for each reply, and the
 * other one is not needed.
 */
final class CodexUsage {

  private final CodexTeller teller;
  private final Seen replies = new Seen();
  private boolean hasRecords;
  private String total = "";

  CodexUsage(CodexTeller teller) {
    this.teller = teller;
  }

  void record(CodexRecord record) {
    hasRecords = true;
    var reply = record.payload().text("response_id");
    if (reply.isEmpty() || replies.add(reply)) {
      teller.cost(usage(record.payload().get("usage")), record);
    }
  }

  void count(CodexRecord event) {
    var info = event.payload().get("info");
    var now = info.get("total_token_usage").asWritten();
    if (!hasRecords && !now.equals(total)) {
      total = now;
      teller.cost(usage(info.get("last_token_usage")), event);
    }
  }

  private static Usage usage(Json tokens) {
    long read = tokens.number("cached_input_tokens");
    long written = tokens.number("cache_write_input_tokens");
    return new Usage(
        Math.max(0, tokens.number("input_tokens") - read - written),
        read,
        written,
        tokens.number("output_tokens"),
        tokens.number("reasoning_output_tokens"));
  }
}
