package dev.mantra.replayer;

import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.NumberedEntry;

/** Finds messages by their numbers, and says what there is instead. */
record SpokenPositions(Conversation conversation) {

  NumberedEntry message(int number) throws NoSuchPositionException {
    return conversation
        .message(number)
        .orElseThrow(() -> none("message " + number, conversation.messages().size(), "message"));
  }

  NumberedEntry prompt(int number) throws NoSuchPositionException {
    return conversation
        .prompt(number)
        .orElseThrow(() -> none("user:" + number, conversation.prompts().size(), "prompt"));
  }

  NumberedEntry step(int message, int number) throws NoSuchPositionException {
    var steps = conversation.steps(message);
    if (number >= 1 && number <= steps.size()) {
      return steps.get(number - 1);
    }
    if (message > 0) {
      message(message);
    }
    var where = message == 0 ? "before message 1" : "behind message " + message;
    throw new NoSuchPositionException(
        "there is no "
            + message
            + "."
            + number
            + ": "
            + counted(steps.size(), "step")
            + " "
            + where);
  }

  private NoSuchPositionException none(String position, int count, String word) {
    return new NoSuchPositionException(
        conversation.messages().isEmpty()
            ? "this session has no messages; give a time, a percentage or marker:NAME"
            : "there is no " + position + ": this session has " + counted(count, word));
  }

  private static String counted(int count, String word) {
    return count == 0 ? "no " + word + "s" : count + " " + word + (count == 1 ? "" : "s");
  }
}
