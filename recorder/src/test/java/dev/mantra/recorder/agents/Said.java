package dev.mantra.recorder.agents;

import java.time.Instant;

/** Records as agents write them, with no more members than a reader needs. */
final class Said {

  static final String CONVERSATION = "11111111-1111-4111-8111-111111111111";

  private Said() {}

  /** A prompt of Claude Code. */
  static String prompt(String id, Instant time, String text) {
    return """
        {"type":"user","uuid":"%s","parentUuid":null,"isSidechain":false,"timestamp":"%s","sessionId":"%s","session_id":"%s","cwd":"/home/ada/harbor_log.v2","version":"2.1.329","promptSource":"typed","message":{"role":"user","content":"%s"}}"""
        .formatted(id, time, CONVERSATION, CONVERSATION, text);
  }

  /** A reply of Claude Code. */
  static String reply(String id, String parent, Instant time, String text) {
    return """
        {"type":"assistant","uuid":"%s","parentUuid":"%s","isSidechain":false,"timestamp":"%s","sessionId":"%s","session_id":"%s","cwd":"/home/ada/harbor_log.v2","version":"2.1.329","requestId":"r-%s","message":{"id":"m-%s","role":"assistant","model":"opus","content":[{"type":"text","text":"%s"}],"usage":{"input_tokens":3,"output_tokens":5}}}"""
        .formatted(id, parent, time, CONVERSATION, CONVERSATION, id, id, text);
  }

  /** A message of Gemini CLI. */
  static String gemini(String id, String type, Instant time, String text) {
    var content = type.equals("user") ? "[{\"text\":\"" + text + "\"}]" : "\"" + text + "\"";
    return "{\"id\":\"%s\",\"timestamp\":\"%s\",\"type\":\"%s\",\"content\":%s}"
        .formatted(id, time, type, content);
  }
}
