package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.replayer.ReadingProgress;
import dev.mantra.replayer.Replay;
import dev.mantra.replayer.ReplayOptions;
import dev.mantra.replayer.play.Landmarks;
import dev.mantra.replayer.play.PlayOptions;
import dev.mantra.replayer.play.Player;
import dev.mantra.replayer.play.StatusColors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "play",
    header = "Play a session in the terminal.",
    description = {
      "The recorded screen is drawn anew, with a status line below it; what was recorded cannot act on"
          + " the terminal. A window that is smaller shows the part with the cursor. What looks like a"
          + " secret is covered.",
      "Keys: space pauses and goes on, . and , step to the next and previous frame, right and left go"
          + " 5 s, Shift with them 10%%, PgDn and PgUp a minute, 0 to 9 go to tenths, g and G (Home,"
          + " End) to start and end, ] and [ to the next and previous message or marker, } and { to the"
          + " next and previous prompt, / searches in what was displayed (RE2 syntax) and n and N go to"
          + " the next and previous hit, : goes to a position, > and < (+ and -) change the speed and ="
          + " puts it back, i shows long pauses in full or cut short, m lists messages and markers"
          + " beside the screen, Ctrl-Z suspends, ? helps, q and Ctrl-C quit.",
      "Playing ends at the session's end and leaves its last screen; going to the end stays there."
    },
    footer = {
      "  mantra play last                          from the start",
      "  mantra play last --at 12:34               from there",
      "  mantra play last --at '/BUILD FAILED/'    from when that was on the screen",
      "  mantra play last --speed 4 --idle-time-limit 1"
    })
final class PlayCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "S", description = "The session.")
  private String session = "";

  @Option(
      names = "--at",
      paramLabel = "P",
      description =
          "Begin at this position: 12:34, 1:02:03.250, 50%%, an ISO time, marker:NAME, /regex/ (when"
              + " that was first on the screen), 5, 5.2, user:3, start or end.")
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

  @Option(
      names = "--raw",
      description =
          "Write the recorded bytes as they are. Dangerous with a recording of somebody else: it can"
              + " do to the terminal whatever a program can, as set the clipboard or send keys.")
  private boolean raw;

  @Mixin private final Reveal reveal = new Reveal();

  PlayCommand(Call call) {
    this.call = call;
  }

  /** The same as {@code play SESSION --at POSITION}. */
  static PlayCommand at(Call call, String session, String position) {
    var play = new PlayCommand(call);
    play.session = session;
    play.at = Optional.of(position);
    return play;
  }

  @Override
  public Integer call() throws IOException {
    var settings = given();
    var position = call.position(at.orElse("start"));
    var found = call.session(session);
    var console = call.console();
    if (!console.isTerminal(Stream.OUT)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "cannot play: standard output is no terminal; 'mantra export "
              + found.id()
              + " -f raw' writes what was shown");
    }
    var coverage = reveal.coverage(call);
    var shown = coverage.of(found);
    var reading = new AtomicReference<>(ReadingProgress.NONE);
    var replayOptions =
        ReplayOptions.STANDARD.withProgress((bytes, of) -> reading.get().read(bytes, of));
    try (var progress = new Progress(console, "reading " + found.id());
        var events = OpenSession.of(shown);
        var replay = Replay.open(shown, coverage.cache(), replayOptions)) {
      reading.set((bytes, of) -> progress.step(() -> bytes * 100 / Math.max(1, of) + " %"));
      var limit = settings.playIdleTimeLimit().or(() -> events.header().idleTimeLimit());
      var options =
          PlayOptions.PLAIN
              .withPace(settings.playSpeed(), limit)
              .withStartAt(OpenReplay.resolve(replay, position))
              .withTitle(events.header().title().orElse(found.id().value()))
              .withZone(call.around().zone().get())
              .withColors(console.hasColor(Stream.OUT) ? StatusColors.COLORED : StatusColors.PLAIN);
      return play(replay, events, options, reading);
    }
  }

  private int play(
      Replay replay,
      OpenSession events,
      PlayOptions options,
      AtomicReference<ReadingProgress> reading)
      throws IOException {
    var landmarks = Landmarks.of(replay);
    try (var terminal = PlayerTerminal.open()) {
      var player =
          raw
              ? Player.raw(replay, events, landmarks, terminal, options, System::nanoTime)
              : Player.drawing(replay, landmarks, terminal, options, System::nanoTime);
      reading.set((bytes, of) -> showProgress(player, bytes, of));
      return terminal.play(player);
    }
  }

  private static void showProgress(Player player, long bytes, long of) {
    try {
      player.showProgress(bytes, of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
