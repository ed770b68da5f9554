package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * The first record of a rollout: whose it is and where it comes from.
 *
 * @param thread its own id
 * @param root the thread that a person talks in; another one when this is a sub-agent's
 * @param created when the thread was begun, which the file's first record may be long after
 * @param folder the working folder; empty in rollouts before 0.30, which tell it later
 * @param version of Codex; empty in rollouts before 0.30
 * @param forkedFrom the thread whose history it goes on from
 * @param base what is in force of an earlier file, though it is not copied
 * @param isSubAgent whether an agent talks in it to another one
 */
public record CodexHeader(
    String thread,
    String root,
    Optional<Instant> created,
    String folder,
    String version,
    Optional<String> forkedFrom,
    Optional<Base> base,
    boolean isSubAgent) {

  /**
   * The part of another file that still counts.
   *
   * @param end the ordinal of the first record that does not count
   */
  public record Base(String thread, long end) {}

  /** Reads a rollout's first line; empty when it is something else. */
  public static Optional<CodexHeader> read(Bytes line) {
    return Json.lenient(line).flatMap(CodexHeader::header);
  }

  private static Optional<CodexHeader> header(Json record) {
    if (record.text("type").equals("session_meta")) {
      return Optional.of(of(record.get("payload")));
    }
    return isFlat(record) ? Optional.of(ofFlat(record)) : Optional.empty();
  }

  /** Whether a line is the first one of 0.29 and before. */
  static boolean isFlat(Json record) {
    return !record.get("type").isPresent()
        && !record.text("id").isEmpty()
        && !record.text("timestamp").isEmpty();
  }

  /** The header of 0.30 and later. */
  static CodexHeader of(Json meta) {
    var id = meta.text("id");
    var spawn = meta.get("source").get("subagent").get("thread_spawn");
    var parent = firstOf(meta.text("parent_thread_id"), spawn.text("parent_thread_id"));
    var root = firstOf(meta.text("session_id"), firstOf(parent, id));
    var base = meta.get("history_base");
    return new CodexHeader(
        id,
        root,
        Times.of(meta.text("timestamp")),
        meta.text("cwd"),
        meta.text("cli_version"),
        meta.get("forked_from_id").optionalText(),
        base.isObject()
            ? Optional.of(new Base(base.text("thread_id"), base.number("end_ordinal_exclusive")))
            : Optional.empty(),
        meta.get("source").get("subagent").isPresent()
            || meta.text("thread_source").equals("subagent"));
  }

  /** The header of 0.29 and before, which is the record itself. */
  static CodexHeader ofFlat(Json record) {
    var id = record.text("id");
    return new CodexHeader(
        id,
        id,
        Times.of(record.text("timestamp")),
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static String firstOf(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}
