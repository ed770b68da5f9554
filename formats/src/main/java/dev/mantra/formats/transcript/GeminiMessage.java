package dev.mantra.formats.transcript;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message of a transcript of Gemini CLI. Its content is a text, or parts as the model has them.
 */
record GeminiMessage(TranscriptRecord place, Json json) {

  /** What the model says when it gets a context; it is put into its mouth. */
  private static final String THANKS = "Got it. Thanks for the additional context!";

  private static final String FILES_BEGIN = "--- Content from referenced files ---";
  private static final String FILES_END = "--- End of content ---";

  String id() {
    return json.text("id").isEmpty() ? "@" + place.offset() : json.text("id");
  }

  String type() {
    return json.text("type");
  }

  boolean isReply() {
    return type().equals("gemini");
  }

  Optional<Instant> time() {
    return Times.of(json.text("timestamp"));
  }

  /** Its texts, without thoughts, without files that it refers to, and without what is blank. */
  List<String> texts() {
    var content = json.get("content");
    var texts = new ArrayList<String>();
    content.optionalText().ifPresent(texts::add);
    boolean isInFile = false;
    for (var part : content.elements()) {
      var text = part.text("text");
      isInFile |= text.strip().startsWith(FILES_BEGIN);
      if (!isInFile && !part.get("thought").isTrue()) {
        texts.add(text);
      }
      isInFile &= !text.strip().startsWith(FILES_END);
    }
    texts.removeIf(text -> text.isBlank() || isFiller(text));
    return isReply() && texts.size() > 1 ? List.of(String.join("", texts)) : texts;
  }

  private boolean isFiller(String text) {
    return isReply() && text.equals(THANKS) && json.get("tokens").entries().isEmpty();
  }

  /** Parts that have a member of this name. */
  List<Json> parts(String name) {
    return json.get("content").elements().stream()
        .map(part -> part.get(name))
        .filter(Json::isObject)
        .toList();
  }

  /** Whether it tells the model where it works, as the first message of a history does. */
  boolean isContext() {
    return type().equals("user")
        && texts().stream().anyMatch(text -> GeminiText.of(text).kind() == GeminiText.Kind.CONTEXT);
  }
}
