package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Event;
import java.util.function.Consumer;

/** Picks the facts out of a session's events. */
public final class Facts {

  private final Consumer<Fact> sink;
  private final TypedLines typed;
  private final ShellMarks marks;

  /** Whether a transcript tells of the session: then it matters no more what a shell says. */
  private boolean isTold;

  public Facts(Consumer<Fact> sink) {
    this.sink = sink;
    this.typed = new TypedLines(sink::accept);
    this.marks = new ShellMarks(sink::accept);
  }

  public void accept(Event event) {
    switch (event) {
      case Event.Message message -> {
        isTold = true;
        sink.accept(EntryOutline.of(message));
      }
      case Event.FileChange change ->
          ObservedFiles.message(change).map(EntryOutline::of).ifPresent(sink);
      case Event.Input input -> typed.accept(input);
      case Event.Output output -> {
        if (!isTold) {
          marks.accept(output);
        }
      }
      case Event.HiddenInput _, Event.Paused _, Event.Gap _ -> typed.interrupt();
      case Event.Resize _,
          Event.Snapshot _,
          Event.NotCaptured _,
          Event.Marker _,
          Event.Resumed _,
          Event.End _,
          Event.Unknown _ -> {}
    }
  }

  /** Whether the next events can be understood without any before them. */
  public boolean isIdle() {
    return typed.isIdle() && (isTold || marks.isIdle());
  }
}
