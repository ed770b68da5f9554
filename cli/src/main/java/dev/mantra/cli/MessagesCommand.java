package dev.mantra.cli;

import dev.mantra.formats.conversation.Claims;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.replayer.Replay;
import dev.mantra.replayer.export.EntryJson;
import dev.mantra.replayer.export.EntryJson.Depth;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "messages",
    header = "Print the conversation of a session, numbered.",
    description = {
      "Lists prompts, replies and calls of tools of the agents that worked in a session: number, time,"
          + " kind, and the first line. The number is a position: 5 is the fifth message, 5.2 the second"
          + " step behind it, and --at takes both. Numbers stay the same whichever kinds are shown; also"
          + " those of messages that were abandoned when the conversation went back, which are marked."
          + " What looks like a secret is covered.",
      "Changes of the workspace's files are steps, too, whoever made them; one that the agent says it"
          + " made tells which call did. mantra diff S --by message shows them in full.",
      "A prompt that was sent and that the agent never took up, and what was to be seen of a reply that"
          + " was interrupted, are messages, too, although no transcript has them; they are marked.",
      "Of a program that writes no transcript, each command line is a message: those that a shell says"
          + " it took (OSC 133), with their exit status; where no shell says so, the lines that were"
          + " sent with Enter.",
      "A session that is being recorded is listed as far as it has got. Exit status 1 when there are no"
          + " messages."
    },
    footer = {
      "  mantra messages last                          what was asked and answered",
      "  mantra messages last --kind user              the prompts alone",
      "  mantra messages last --from 5 --to 9 --full   in full, with tools' output",
      "  mantra play last --at user:3                  go to the third prompt",
      "  mantra messages last --json | jq -r '.messages[].text'"
    })
final class MessagesCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "S", description = "The session.")
  private String session = "";

  @Option(
      names = "--kind",
      paramLabel = "KINDS",
      split = ",",
      description =
          "Only these kinds: user, assistant, thinking, tool, progress, system, summary, snapshot,"
              + " files, unknown, or all. Usually user,assistant,tool,files.")
  private List<String> kinds = List.of("user", "assistant", "tool", "files");

  @Option(names = "--from", paramLabel = "P", description = "Leave out what precedes P.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "P", description = "Leave out what follows P.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--full", description = "Print whole texts, and what tools got and gave.")
  private boolean full;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Option(names = "--force", description = "With --reveal, do not ask.")
  private boolean force;

  @Mixin private final Reveal reveal = new Reveal();

  MessagesCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var wanted = MessageKinds.parse(kinds);
    var start = call.position(from.orElse("start"));
    var end = call.position(to.orElse("end"));
    try (var open = OpenReplay.of(call.session(session), reveal.coverage(call, force), call)) {
      long first = from.isPresent() ? open.resolve(start) : Long.MIN_VALUE;
      long last = to.isPresent() ? open.resolve(end) : Long.MAX_VALUE;
      var messages = open.replay().messages();
      var chosen =
          messages.conversation().entries().stream()
              .filter(entry -> wanted.contains(entry.outline().kind()))
              .filter(entry -> entry.at() >= first && entry.at() <= last)
              .toList();
      if (json) {
        print(open.replay(), chosen);
      } else if (full) {
        new FullMessages(call, open.replay()).print(chosen);
      } else {
        MessageTable.of(chosen, new Claims(messages.conversation())).printTo(call.console());
      }
      if (chosen.isEmpty()) {
        call.console().notice(nothing(messages.conversation().entries()));
      }
      return (chosen.isEmpty() ? ExitCode.NOTHING : ExitCode.OK).status();
    }
  }

  private void print(Replay replay, List<NumberedEntry> chosen) throws IOException {
    var entries = new EntryJson(replay.messages(), replay.header().startedAt());
    Json.print(
        call.console(),
        out -> {
          out.writeStringField("session", replay.header().id().value());
          out.writeArrayFieldStart("messages");
          for (var entry : chosen) {
            entries.write(out, entry, full ? Depth.FULL : Depth.OUTLINE);
          }
          out.writeEndArray();
        });
  }

  private static String nothing(List<NumberedEntry> all) {
    return all.isEmpty()
        ? "this session has no messages"
        : "none of the session's " + all.size() + " messages and steps is like that";
  }
}
