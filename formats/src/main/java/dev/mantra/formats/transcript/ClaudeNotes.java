package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Titles, copies of files that were made, and what Claude Code itself has to say. */
final class ClaudeNotes {

  private final ClaudeTeller teller;

  /** The lists of files that were told: they are repeated as well. */
  private final Seen lists = new Seen();

  private String title = "";
  private boolean isTitledByHand;

  ClaudeNotes(ClaudeTeller teller) {
    this.teller = teller;
  }

  /** A title that was found for the conversation; the same is repeated again and again. */
  void found(ClaudeRecord record, String name) {
    if (!isTitledByHand) {
      title(record, name);
    }
  }

  /** A title that a person gave. */
  void given(ClaudeRecord record, String name) {
    isTitledByHand = true;
    title(record, name);
  }

  private void title(ClaudeRecord record, String name) {
    if (!name.isEmpty() && !name.equals(title)) {
      title = name;
      var id = "title@" + record.place().offset();
      teller.note(
          teller.entry(record, id, Kind.SUMMARY).add(new Block.Titled(name)).build(), record);
    }
  }

  /** Which files were copied, so that they can be brought back. */
  void snapshot(ClaudeRecord record) {
    var snapshot = record.json().get("snapshot");
    var files = new ArrayList<String>();
    snapshot
        .get("trackedFileBackups")
        .entries()
        .forEach((path, backup) -> files.add(backup(path, backup)));
    tellFiles(record, record.json().text("messageId"), Change.REPLACED, files);
  }

  /** One more file was copied. */
  void delta(ClaudeRecord record) {
    var json = record.json();
    var file = backup(json.text("trackingPath"), json.get("backup"));
    tellFiles(record, json.text("snapshotMessageId"), Change.EXTENDED, List.of(file));
  }

  private void tellFiles(ClaudeRecord record, String message, Change change, List<String> files) {
    var id = "snapshot/" + message;
    var list = String.join("\n", files);
    if (files.isEmpty() || !lists.add(id + " " + list)) {
      return;
    }
    var stamp = record.json().get("snapshot").text("timestamp");
    var entry =
        teller
            .entry(record, id, Kind.SNAPSHOT)
            .change(teller.hasTold(id) ? change : Change.ADDED)
            .time(Times.of(stamp).or(record::time))
            .text(list);
    teller.note(entry.build(), record);
  }

  private static String backup(String path, Json backup) {
    var name = backup.get("backupFileName").optionalText();
    return path + name.map(" in "::concat).orElse(", which there was not");
  }

  /** A record of type {@code system}. */
  void system(ClaudeRecord record) {
    var json = record.json();
    var subtype = json.text("subtype");
    switch (subtype) {
      // The end of a turn: how long it took is seen from its records.
      case "turn_duration" -> {}
      case "stop_hook_summary" -> hooks(record);
      case "api_error" -> say(record, Kind.SYSTEM, failure(json));
      case "away_summary" -> say(record, Kind.SUMMARY, json.text("content"));
      default -> {
        if (json.text("content").isEmpty()) {
          teller.unknown("system/" + subtype, record);
        } else {
          say(record, Kind.SYSTEM, json.text("content"));
        }
      }
    }
  }

  /** What hooks have said, and what went wrong with them. */
  private void hooks(ClaudeRecord record) {
    var lines = new ArrayList<String>();
    var json = record.json();
    json.get("hookInfos").elements().forEach(hook -> lines.add("hook: " + hook.text("command")));
    json.get("hookErrors").elements().forEach(error -> lines.add(error.asWritten()));
    json.get("stopReason").optionalText().filter(why -> !why.isEmpty()).ifPresent(lines::add);
    say(record, Kind.PROGRESS, String.join("\n", lines));
  }

  private static String failure(Json json) {
    var error = json.get("error");
    return Optional.of(json.text("content"))
        .filter(text -> !text.isEmpty())
        .or(() -> error.get("message").optionalText())
        .or(() -> error.get("error").get("message").optionalText())
        .orElse(error.isPresent() ? error.asWritten() : "");
  }

  /** A record of type {@code attachment}: what the model is told without anybody having said it. */
  void attachment(ClaudeRecord record) {
    var attachment = record.json().get("attachment");
    var type = attachment.text("type");
    if (type.startsWith("hook_") || type.equals("async_hook_response")) {
      var text = attachment.text("content");
      say(record, Kind.PROGRESS, text.isEmpty() ? attachment.text("stdout") : text);
    } else if (!ClaudeTypes.ATTACHMENTS.contains(type)) {
      teller.unknown("attachment/" + type, record);
    }
  }

  /**
   * A record of type {@code progress}; what tools print meanwhile stands in their results again.
   */
  void progress(ClaudeRecord record) {
    var data = record.json().get("data");
    if (data.text("type").equals("hook_progress")) {
      say(record, Kind.PROGRESS, "hook: " + data.text("command"));
    }
  }

  private void say(ClaudeRecord record, Kind kind, String text) {
    if (!text.isEmpty()) {
      teller.tell(teller.entry(record, record.uuid(), kind).text(text), record);
    }
  }
}
