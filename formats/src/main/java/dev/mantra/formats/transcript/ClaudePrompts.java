package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What stands in the user's name: prompts, commands and what they print, results of tools, and much
 * that nobody has typed.
 */
final class ClaudePrompts {

  /** As many texts may wait to be taken up. */
  private static final int MOST_QUEUED = 200;

  private final ClaudeTeller teller;
  private final ClaudeTools tools;

  /** When texts were typed that wait until the agent takes them up. */
  private final Map<String, Instant> queued =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_QUEUED;
        }
      };

  ClaudePrompts(ClaudeTeller teller, ClaudeTools tools) {
    this.teller = teller;
    this.tools = tools;
  }

  /** A record of type {@code queue-operation}. */
  void queue(ClaudeRecord record) {
    var content = record.json().text("content");
    if (record.json().text("operation").equals("enqueue") && !content.isEmpty()) {
      record.time().ifPresent(time -> queued.put(content, time));
    }
  }

  /** A record of type {@code user}. */
  void take(ClaudeRecord record) {
    var content = record.content();
    var texts = new ArrayList<String>();
    var pictures = new ArrayList<Block>();
    if (content.isText()) {
      texts.add(content.text());
    }
    for (var block : content.elements()) {
      var type = block.text("type");
      if (type.equals("text")) {
        texts.add(block.text("text"));
      } else if (type.equals("tool_result")) {
        tools.result(record, block);
      } else {
        ClaudeImages.of(block, record)
            .ifPresentOrElse(pictures::add, () -> teller.unknown("user/" + type, record));
      }
    }
    if (!texts.isEmpty() || !pictures.isEmpty()) {
      said(record, texts, pictures);
    }
    teller.completed(record);
  }

  /** A text that was typed while the agent worked, and that it has taken up. */
  void absorbed(ClaudeRecord record) {
    var attachment = record.json().get("attachment");
    var prompt = attachment.get("prompt");
    var said = new StringJoiner("\n");
    prompt.optionalText().ifPresent(said::add);
    prompt.elements().forEach(block -> block.get("text").optionalText().ifPresent(said::add));
    var read = ClaudeText.of(said.toString());
    var typed =
        Times.of(attachment.text("timestamp")).or(() -> typed(said.toString())).or(record::time);
    var entry = teller.entry(record, record.uuid(), kind(read.kind())).text(read.text());
    prompt.elements().forEach(block -> ClaudeImages.of(block, record).ifPresent(entry::add));
    teller.tell(entry.time(typed), record);
    teller.completed(record);
  }

  /** A command, or what it has printed, which newer versions keep in a record of their own. */
  void local(ClaudeRecord record) {
    said(record, List.of(record.json().text("content")), List.of());
  }

  private void said(ClaudeRecord record, List<String> texts, List<Block> pictures) {
    var json = record.json();
    if (json.get("isCompactSummary").isTrue()) {
      tell(record, Kind.SUMMARY, String.join("\n", texts), pictures);
    } else if (json.get("isMeta").isTrue() || json.get("turnCompanion").isTrue()) {
      injected(record, texts, pictures);
    } else if (json.get("origin").text("kind").equals("task-notification")) {
      tell(record, Kind.PROGRESS, String.join("\n", texts), pictures);
    } else {
      typed(record, texts, pictures);
    }
  }

  /** What is for the model only; of the reminders not even that is worth telling. */
  private void injected(ClaudeRecord record, List<String> texts, List<Block> pictures) {
    var rest =
        texts.stream()
            .filter(text -> ClaudeText.of(text).kind() != ClaudeText.Kind.INJECTED)
            .toList();
    if (!rest.isEmpty() || !pictures.isEmpty()) {
      tell(record, Kind.SYSTEM, String.join("\n", rest), pictures);
    }
  }

  private void typed(ClaudeRecord record, List<String> texts, List<Block> pictures) {
    var said = new StringJoiner("\n");
    var kind = Optional.<ClaudeText.Kind>empty();
    for (var text : texts) {
      var read = ClaudeText.of(text);
      if (read.kind() != ClaudeText.Kind.INJECTED) {
        said.add(read.text());
        kind = kind.or(() -> Optional.of(read.kind()));
      }
    }
    boolean isSilent = said.toString().isEmpty() && pictures.isEmpty();
    if (isSilent || (kind.isEmpty() && pictures.isEmpty())) {
      return;
    }
    boolean isOwn = record.json().text("promptSource").equals("system");
    var asked = kind(kind.orElse(ClaudeText.Kind.PROMPT));
    tell(record, isOwn && asked == Kind.USER ? Kind.SYSTEM : asked, said.toString(), pictures);
  }

  private void tell(ClaudeRecord record, Kind kind, String text, List<Block> pictures) {
    var entry = teller.entry(record, record.uuid(), kind);
    if (!text.isEmpty()) {
      entry.text(text);
    }
    pictures.forEach(entry::add);
    if (kind == Kind.USER) {
      typed(record.firstText()).ifPresent(time -> entry.time(Optional.of(time)));
      teller.prompt(entry, record);
    } else {
      teller.tell(entry, record);
    }
  }

  private Optional<Instant> typed(String text) {
    return Optional.ofNullable(queued.remove(text));
  }

  private static Kind kind(ClaudeText.Kind kind) {
    return switch (kind) {
      case PROMPT, COMMAND -> Kind.USER;
      case OUTPUT, INTERRUPTION, INJECTED -> Kind.SYSTEM;
      case NOTICE -> Kind.PROGRESS;
    };
  }
}
