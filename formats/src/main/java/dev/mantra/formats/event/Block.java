package dev.mantra.formats.event;

import java.util.Optional;
import java.util.OptionalInt;

/** A part of an {@link Entry}. */
public sealed interface Block {

  /** How many characters it holds, more or less: what it takes to keep it. */
  default long size() {
    return switch (this) {
      case Text b -> b.text.length();
      case Call b -> b.name.length() + b.input.length();
      case Result b -> b.output.length();
      case Edit b -> b.path.length() + size(b.patch) + size(b.before) + size(b.after);
      case Image b -> b.mediaType.length();
      case Rewound b -> b.last.length();
      case Titled b -> b.title.length();
      case Began b -> b.transcript.length() + b.folder.length();
    };
  }

  private static int size(Optional<String> text) {
    return text.map(String::length).orElse(0);
  }

  /** What was said, as its author wrote it. */
  record Text(String text) implements Block {}

  /**
   * A tool is asked to do something.
   *
   * @param input its arguments, as JSON or as whatever the agent wrote
   */
  record Call(String id, String name, String input) implements Block {}

  /** What came of a call, as the agent was told. */
  record Result(String call, Outcome outcome, String output, OptionalInt exitCode)
      implements Block {

    /** How a call ended. */
    public enum Outcome {
      DONE,
      FAILED,
      /** The person did not allow it. */
      REFUSED,
      /** The person stopped it. */
      INTERRUPTED
    }
  }

  /**
   * A file that the agent says it has changed.
   *
   * @param path as the transcript has it
   * @param movedTo its new path when it was renamed
   * @param patch the hunks of a unified diff
   * @param before the whole text it had, where the transcript keeps it
   * @param after the whole text it got, where the transcript keeps it
   */
  record Edit(
      String path,
      Kind kind,
      Optional<String> movedTo,
      Optional<String> patch,
      Optional<String> before,
      Optional<String> after)
      implements Block {

    /** What was done to the file. */
    public enum Kind {
      ADDED,
      MODIFIED,
      DELETED,
      RENAMED
    }
  }

  /** A picture, of which only this is kept here. */
  record Image(String mediaType, long length) implements Block {}

  /**
   * The conversation went back and goes on from an earlier entry: what came after that one is
   * abandoned.
   *
   * @param last the id of the last entry that still counts; empty when none does
   */
  record Rewound(String last) implements Block {}

  /** The conversation is called this from now on. */
  record Titled(String title) implements Block {}

  /**
   * The conversation begins, or goes on in this session.
   *
   * @param transcript the path of the agent's file
   * @param folder the working folder
   * @param version the agent's version
   * @param forkedFrom the conversation this one was copied from
   */
  record Began(String transcript, String folder, String version, Optional<String> forkedFrom)
      implements Block {}
}
