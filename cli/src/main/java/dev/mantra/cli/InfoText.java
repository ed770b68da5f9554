package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.formats.conversation.LinkedConversation;
import dev.mantra.formats.event.Block.Began;
import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.formats.event.Usage;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.workspace.WorkspaceTree;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code info} prints for people: a fact a line, and nothing that is not there. */
final class InfoText {

  private static final int LABEL_WIDTH = 12;

  private final SessionContents contents;
  private final Call call;
  private final Console console;

  InfoText(SessionContents contents, Call call) {
    this.contents = contents;
    this.call = call;
    this.console = call.console();
  }

  void print() {
    beginning();
    middle();
    contents.conversation().linked().forEach(this::conversation);
    missing();
    said();
  }

  private void beginning() {
    var summary = contents.summary();
    var header = summary.header();
    fact("session", header.id().value());
    summary.title().ifPresent(title -> fact("title", title));
    fact("state", SessionText.state(summary));
    fact("command", SessionText.command(header));
    fact("folder", header.folder().toUtf8());
    header.gitHead().ifPresent(head -> fact("git head", head));
    fact("started", time(header.startedAt()));
    fact("duration", SessionText.duration(summary.duration()));
    summary.end().ifPresent(end -> fact("ended", ending(end.reason().name(), end.status())));
    fact("recorded by", header.recordedBy());
    header
        .origin()
        .ifPresent(
            from -> {
              fact("from", from.path());
              fact("format", from.format());
              fact("sha256", from.sha256());
            });
    fact("input", header.input() == InputCapture.RECORDED ? "recorded" : "left out");
    header.idleTimeLimit().ifPresent(limit -> fact("idle limit", limit.toMillis() / 1000.0 + " s"));
    fact("environment", environment(header.environment()));
  }

  private void middle() {
    var totals = contents.totals();
    fact(
        "window",
        contents.sizes().stream().map(WindowSize::toString).collect(Collectors.joining(", ")));
    fact("events", Long.toString(totals.events()));
    fact("output", SessionText.size(totals.outputBytes()));
    fact("typed", SessionText.size(totals.inputBytes()));
    count("hidden input", contents.hiddenInputs());
    fact("messages", messages());
    fact("tokens", tokens(contents.tokens()));
    count("pauses", contents.pauses());
    count("unknown", contents.unknown());
    fact("workspace", contents.files().folder());
    fact("files", files());
    fact("journal", SessionText.size(contents.summary().bytes()));
  }

  private String messages() {
    int messages = contents.conversation().messages().size();
    int prompts = contents.conversation().prompts().size();
    return messages == 0 ? "" : messages + ", " + prompts + " of them prompts";
  }

  private static String tokens(Usage usage) {
    return usage.isNone()
        ? ""
        : String.format(
            Locale.ROOT,
            "%,d read, %,d of the cache, %,d put there, %,d written",
            usage.input(),
            usage.cacheRead(),
            usage.cacheWrite(),
            usage.output());
  }

  private void conversation(LinkedConversation linked) {
    var began = linked.began();
    var version = began.map(Began::version).filter(v -> !v.isEmpty()).map(v -> " " + v).orElse("");
    fact("agent", linked.agent() + version + ", conversation " + linked.id());
    began.ifPresent(b -> fact("transcript", b.transcript()));
    began.flatMap(Began::forkedFrom).ifPresent(id -> fact("forked from", id));
    linked.title().ifPresent(title -> fact("called", title));
    fact("models", String.join(", ", linked.models()));
    if (contents.conversation().linked().size() > 1) {
      fact("messages", Integer.toString(linked.messages()));
      fact("tokens", tokens(linked.usage()));
    }
    count("not known", linked.unknown());
  }

  private void missing() {
    for (var gap : contents.gaps()) {
      warn(
          "gap",
          PositionGrammar.format(gap.since())
              + " to "
              + PositionGrammar.format(gap.at())
              + ", "
              + SessionText.size(gap.bytes())
              + ": "
              + gap.reason());
    }
    for (var event : contents.files().missing()) {
      var what = event.path().isEmpty() ? "the workspace" : event.path().toUtf8();
      warn(
          "not captured",
          PositionGrammar.format(event.at())
              + " "
              + what
              + ", "
              + event.why().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + ": "
              + event.detail());
    }
    contents
        .files()
        .lacking()
        .forEach(
            (why, count) ->
                warn(
                    "not captured", "contents of files: " + count + " " + WorkspaceTree.word(why)));
    contents.damage().forEach(damage -> warn("damage", damage.toString()));
  }

  private void said() {
    var notes = contents.summary().notes();
    fact("tags", String.join(" ", notes.tags()));
    contents
        .marks()
        .forEach(mark -> fact("mark", PositionGrammar.format(mark.at()) + " " + mark.label()));
    notes.notes().forEach(note -> fact("note", time(note.made()) + " " + note.text()));
  }

  private String files() {
    var files = contents.files();
    return files.touched() == 0
        ? ""
        : files.touched()
            + " touched, "
            + files.added()
            + " lines added, "
            + files.removed()
            + " removed";
  }

  private static String ending(String reason, OptionalInt status) {
    var text = reason.toLowerCase(Locale.ROOT);
    return status.isPresent() ? text + ", status " + status.getAsInt() : text;
  }

  private static String environment(Map<String, String> variables) {
    return new TreeMap<>(variables)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
  }

  private String time(Instant time) {
    return SessionText.localTime(time, call.around().zone().get());
  }

  private void count(String label, long number) {
    fact(label, number == 0 ? "" : Long.toString(number));
  }

  private void fact(String label, String value) {
    if (!value.isEmpty()) {
      console.print(label(label, Style.DIM) + SafeText.of(value).strip());
    }
  }

  private void warn(String label, String value) {
    console.print(label(label, Style.RED) + SafeText.of(value));
  }

  private String label(String label, Style style) {
    return console.styled(style, label) + " ".repeat(LABEL_WIDTH + 2 - label.length());
  }
}
