package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person typed, told apart from what Codex itself puts before the model under the same name.
 *
 * <p>Since 0.169 a message says what each of its parts is. Between, a prompt is a message that is
 * followed by its twin, an event; others have none. In 0.29 and before there are no events: what
 * looks like a tag is none of a person's.
 */
final class CodexPrompts {

  /** How many turns can be taken back. */
  private static final int TURNS = 10_000;

  private final CodexTeller teller;
  private final CodexThreads threads;
  private final CodexShell shell;

  /** The last entry before each prompt. */
  private final Deque<String> before = new ArrayDeque<>();

  private Optional<CodexRecord> pending = Optional.empty();
  private String toldWithoutTwin = "";
  private boolean hasTwins;

  CodexPrompts(CodexTeller teller, CodexThreads threads, CodexShell shell) {
    this.teller = teller;
    this.threads = threads;
    this.shell = shell;
  }

  /** A message by the name of the user. */
  void message(CodexRecord record) {
    var text = text(record);
    if (text.startsWith(CodexShell.TAG)) {
      shell.message(text, record);
      return;
    }
    var kinds =
        record
            .payload()
            .get("internal_chat_message_metadata_passthrough")
            .get("content_item_kinds")
            .elements();
    if (!kinds.isEmpty()) {
      if (kinds.stream().anyMatch(kind -> kind.text().startsWith("user."))) {
        tell(text, record);
        toldWithoutTwin = text;
      }
    } else {
      pending = Optional.of(record);
    }
  }

  /** The event that says that a person sent something. */
  void twin(String text, CodexRecord event) {
    hasTwins = true;
    var message = pending.filter(record -> text(record).equals(text));
    pending = Optional.empty();
    if (toldWithoutTwin.equals(text) && !text.isEmpty()) {
      toldWithoutTwin = "";
    } else {
      tell(text, message.orElse(event));
    }
  }

  /** Something else follows: a message that waited for its twin has none. */
  void settle() {
    var message = pending;
    pending = Optional.empty();
    if (!hasTwins && message.isPresent() && !Scaffolding.isIn(text(message.get()))) {
      tell(text(message.get()), message.get());
    }
  }

  /** The last turns are taken back. */
  void rollBack(long turns, CodexRecord record) {
    var last = teller.last();
    for (long i = 0; i < turns && last != null; i++) {
      last = before.pollLast();
    }
    teller.rewind(last == null ? "" : last, record);
  }

  static String text(CodexRecord record) {
    return record.payload().get("content").elements().stream()
        .map(part -> part.text("text"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private void tell(String text, CodexRecord record) {
    before.add(teller.last());
    if (before.size() > TURNS) {
      before.pollFirst();
    }
    var entry = teller.entry(record.id(), Kind.USER);
    if (!text.isEmpty()) {
      entry.text(text);
    }
    for (var part : record.payload().get("content").elements()) {
      if (part.text("type").equals("input_image")) {
        entry.add(image(part.text("image_url")));
      }
    }
    var time = record.time().or(() -> threads.typed(teller.thread(), text));
    teller.tell(entry.omitted(record.place().omitted()).time(time).build(), record);
  }

  /** A picture lies in the transcript as {@code data:image/png;base64,…}. */
  private static Block.Image image(String url) {
    int comma = url.indexOf(',');
    int end = url.indexOf(';');
    boolean isData = url.startsWith("data:") && end > 0 && comma > end;
    return isData
        ? new Block.Image(url.substring("data:".length(), end), (url.length() - comma - 1) * 3L / 4)
        : new Block.Image("", 0);
  }
}
