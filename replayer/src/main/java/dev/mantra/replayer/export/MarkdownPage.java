package dev.mantra.replayer.export;

import dev.mantra.formats.conversation.NumberedEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A conversation as Markdown. Whatever was recorded stands in a quote, a fence, a code span or
 * between escaped letters, so that all the rest is this page's own words.
 */
record MarkdownPage(OutputStream out) implements Page {

  @Override
  public void begin(Masthead masthead) throws IOException {
    write("# " + Markdown.plain(masthead.title()) + "\n\n");
    for (var fact : masthead.facts()) {
      write("- " + fact.label() + ": " + Markdown.code(fact.value()) + "\n");
    }
  }

  @Override
  public void beginMessage(NumberedEntry entry) throws IOException {
    write(
        "\n## "
            + EntryHeading.ofMessage(entry).stream()
                .map(Markdown::plain)
                .collect(Collectors.joining(" · "))
            + "\n");
  }

  @Override
  public void endMessage() {}

  @Override
  public void beginStep(NumberedEntry entry) throws IOException {
    var heading = String.join(" · ", EntryHeading.ofStep(entry));
    var gist = EntryHeading.gist(entry);
    write(
        "\n<details>\n<summary>"
            + Markdown.html(heading)
            + (gist.isEmpty() ? "" : " · <code>" + Markdown.html(gist) + "</code>")
            + "</summary>\n");
  }

  @Override
  public void endStep() throws IOException {
    write("\n</details>\n");
  }

  @Override
  public void said(String text) throws IOException {
    write("\n" + InertMarkdown.quoted(text));
  }

  @Override
  public void verbatim(String label, Language language, String text) throws IOException {
    if (!label.isEmpty()) {
      write("\n" + Markdown.plain(label) + ":\n");
    }
    write("\n" + Markdown.fence(language.name().toLowerCase(Locale.ROOT), text));
  }

  @Override
  public void note(String text) throws IOException {
    write("\n" + Markdown.plain(text) + "\n");
  }

  @Override
  public void end() {}

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
