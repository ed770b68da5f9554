package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.replayer.play.PlayOptions;
import dev.mantra.replayer.play.Player;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "play",
    header = "Play a session in the terminal.",
    description = {
      "Keys: space pauses, . shows the next output while paused, right and left go 5 s, Shift with them"
          + " 10%%, PgDn and PgUp a minute, 0 to 9 go to tenths, ] and [ to the next and previous mark,"
          + " > and < change the speed and = puts it back, i shows pauses in full or not, g and G go to"
          + " start and end, ? helps, q quits.",
      "The terminal should be at least as large as the recorded one."
    },
    footer = {
      "  mantra play last                          from the start",
      "  mantra play last --at 12:34               from there",
      "  mantra play last --speed 4 --idle-time-limit 1"
    })
final class PlayCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "S", description = "The session.")
  private String session = "";

  @Option(names = "--at", paramLabel = "P", description = "Begin at this position.")
  private Optional<String> at = Optional.empty();

  @Option(
      names = {"-s", "--speed"},
      paramLabel = "X",
      description = "Play X times as fast.")
  private Optional<String> speed = Optional.empty();

  @Option(
      names = {"-i", "--idle-time-limit"},
      paramLabel = "SECS",
      description = "Show no pause for longer than this.")
  private Optional<String> idleTimeLimit = Optional.empty();

  PlayCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var settings = given();
    var position = call.position(at.orElse("start"));
    var found = call.session(session);
    if (!call.console().isTerminal(Stream.OUT)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "cannot play: standard output is no terminal; 'mantra export "
              + found.id()
              + " -f raw' writes what was shown");
    }
    try (var open = OpenSession.of(found);
        var terminal = PlayerTerminal.open()) {
      var limit = settings.playIdleTimeLimit().or(() -> open.header().idleTimeLimit());
      var options = new PlayOptions(settings.playSpeed(), limit, open.resolve(position));
      var player = new Player(open.timeline(), open, terminal, options, System::nanoTime);
      return terminal.play(player);
    }
  }

  private Settings given() {
    var settings = call.settings();
    if (speed.isPresent()) {
      settings =
          settings.with(
              SettingKey.PLAY_SPEED, canonical(SettingKey.PLAY_SPEED, speed.get()), "--speed");
    }
    if (idleTimeLimit.isPresent()) {
      var key = SettingKey.PLAY_IDLE_TIME_LIMIT;
      settings = settings.with(key, canonical(key, idleTimeLimit.get()), "--idle-time-limit");
    }
    return settings;
  }

  private static String canonical(SettingKey key, String text) {
    return key.form()
        .canonical(text)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE, "'" + text + "' is not " + key.form().description()));
  }
}
