package dev.mantra.cli;

import dev.mantra.formats.event.SessionHeader;
import dev.mantra.recorder.Notices;
import dev.mantra.recorder.Sink;
import dev.mantra.redactor.Detector;
import dev.mantra.redactor.HashedValue;
import dev.mantra.redactor.HashedValues;
import dev.mantra.redactor.InvalidRulesException;
import dev.mantra.redactor.PageDetector;
import dev.mantra.redactor.Rules;
import dev.mantra.redactor.session.LiveRedaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rec} covers before it writes. Made by the first who asks, on the thread that writes:
 * the program is running by then.
 */
final class RecMask {

  private final Settings settings;
  private final Supplier<SessionHeader> header;
  private final Supplier<List<HashedValue>> environment;
  private final Notices notices;
  private @Nullable LiveRedaction live;

  /**
   * @param header as it is
   * @param environment what the secrets of the environment are recognised by
   */
  RecMask(
      Settings settings,
      Supplier<SessionHeader> header,
      Supplier<List<HashedValue>> environment,
      Notices notices) {
    this.settings = settings;
    this.header = header;
    this.environment = environment;
    this.notices = notices;
  }

  /** The session's header as it may be written. */
  SessionHeader header() {
    return live().header(header.get());
  }

  /** Has sinks get only what may be written. */
  Sink over(List<Sink> sinks) {
    return new MaskedSink(this::live, sinks, notices);
  }

  private synchronized LiveRedaction live() {
    var made = live == null ? make() : live;
    live = made;
    return made;
  }

  private LiveRedaction make() {
    var rules = new Rules.Builder();
    if (settings.folders().config().isPresent()) {
      try {
        rules.add("redact.toml", UserRules.of(settings).text());
      } catch (InvalidRulesException | CommandFailure e) {
        notices.add("the user's rules of redaction were not gone by: " + e.getMessage());
        rules = new Rules.Builder();
      }
    }
    var known = new ArrayList<>(rules.hidden());
    known.addAll(environment.get());
    var detector = new PageDetector(new Detector(rules.build()));
    return new LiveRedaction(header.get(), detector, new HashedValues(known));
  }
}
