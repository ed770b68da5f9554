package dev.mantra.cli;

import dev.mantra.formats.journal.Annotations.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "tag",
    header = "Add and remove tags of a session.",
    description = {
      "TAG and +TAG add a tag, -TAG removes it. A tag is one word of letters, digits and . _ : / + -."
          + " Without tags, those the session has are printed."
    },
    footer = {
      "  mantra tag last bug +auth         add two tags",
      "  mantra tag last -bug              remove one",
      "  mantra tag last                   print them",
      "  mantra ls --tag auth              find the session again"
    })
final class TagCommand implements Callable<Integer> {

  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/+-]{0,99}");

  private final Call call;

  @Parameters(index = "0", paramLabel = "S", description = "The session.")
  private String session = "";

  @Parameters(
      index = "1..*",
      paramLabel = "[+|-]TAG",
      arity = "0..*",
      description = "Tags to add or remove.")
  private List<String> tags = List.of();

  TagCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var entries = new ArrayList<Entry>();
    for (var tag : tags) {
      entries.add(entry(tag));
    }
    var found = call.session(session);
    if (entries.isEmpty()) {
      found.annotations().tags().forEach(tag -> call.console().print(SafeText.of(tag)));
    }
    for (var entry : entries) {
      found.annotate(entry);
    }
    return ExitCode.OK.status();
  }

  private static Entry entry(String text) {
    boolean removes = text.startsWith("-");
    var name = removes || text.startsWith("+") ? text.substring(1) : text;
    if (!TAG.matcher(name).matches()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "'" + text + "' is no tag: one word of letters, digits and . _ : / + - is");
    }
    return removes ? new Entry.Untag(name) : new Entry.Tag(name);
  }
}
