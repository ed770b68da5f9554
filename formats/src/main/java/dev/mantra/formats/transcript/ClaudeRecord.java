package dev.mantra.formats.transcript;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a transcript of Claude Code, with what most of them have in common.
 *
 * @param time when it was complete; read once, as all that is told of a line asks for it
 */
record ClaudeRecord(TranscriptRecord place, Json json, Optional<Instant> time) {

  ClaudeRecord(TranscriptRecord place, Json json) {
    this(place, json, Times.of(json.text("timestamp")));
  }

  String type() {
    return json.text("type");
  }

  /** Empty for what is no part of the tree: titles, settings, costs. */
  String uuid() {
    return json.text("uuid");
  }

  /** The record it follows; empty at a root. */
  String parent() {
    return json.text("parentUuid");
  }

  /** The session that the file is of. */
  String conversation() {
    return json.text("sessionId");
  }

  boolean isSidechain() {
    return json.get("isSidechain").isTrue();
  }

  Json content() {
    return json.get("message").get("content");
  }

  /** The text of a message that is nothing else, or the first of its texts. */
  String firstText() {
    if (content().isText()) {
      return content().text();
    }
    return content().elements().stream()
        .filter(block -> block.text("type").equals("text"))
        .findFirst()
        .map(block -> block.text("text"))
        .orElse("");
  }
}
