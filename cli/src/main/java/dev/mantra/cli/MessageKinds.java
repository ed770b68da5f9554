package dev.mantra.cli;

import dev.mantra.formats.event.Entry.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of messages and steps as people name them. */
final class MessageKinds {

  private MessageKinds() {}

  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The kinds with these names; {@code all} names every one. */
  static Set<Kind> parse(List<String> words) {
    var kinds = EnumSet.noneOf(Kind.class);
    for (var word : words) {
      if (word.equals("all")) {
        kinds.addAll(EnumSet.allOf(Kind.class));
      } else {
        kinds.add(named(word));
      }
    }
    return kinds;
  }

  private static Kind named(String word) {
    return Arrays.stream(Kind.values())
        .filter(kind -> word(kind).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    "'"
                        + word
                        + "' is no kind of message; there are "
                        + Arrays.stream(Kind.values())
                            .map(MessageKinds::word)
                            .collect(Collectors.joining(", "))
                        + ", and all"));
  }
}
