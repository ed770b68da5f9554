package dev.mantra.indexer.search;

import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.FileStamp;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/**
 * What the index knows of a session.
 *
 * @param state what it was like when it was indexed
 * @param startedAt in milliseconds since 1970
 * @param duration in nanoseconds
 * @param agents that worked in it; none where only a program is known
 * @param project its name
 * @param repository the folder of the repository it took place in; empty where there was none
 * @param commit that the folder stood on; empty where it is not known
 */
record CatalogEntry(
    SessionId id,
    State state,
    long startedAt,
    long duration,
    String program,
    List<String> agents,
    String project,
    String folder,
    String repository,
    String commit,
    String title,
    List<String> tags,
    long messages) {

  /**
   * What tells whether a session is still as it was when it was indexed.
   *
   * @param viewing the version of what it was read through
   * @param journal how the journal looked; empty while it was being recorded
   * @param frames how many frames of it were indexed; only counted while it was being recorded
   * @param annotations how the file of annotations looked
   */
  record State(String viewing, Optional<FileStamp> journal, long frames, FileStamp annotations) {

    private void write(NumberWriter out) {
      out.text(viewing).stamp(journal).number(frames).stamp(annotations);
    }

    private static State read(NumberReader in) {
      return new State(in.text(), in.optionalStamp(), in.number(), in.stamp());
    }
  }

  CatalogEntry {
    agents = List.copyOf(agents);
    tags = List.copyOf(tags);
  }

  /** The agents that worked in it or, where none is known, the program. */
  String agent() {
    return agents.isEmpty() ? program : String.join(", ", agents);
  }

  boolean isOf(String agent) {
    return program.equalsIgnoreCase(agent) || agents.stream().anyMatch(agent::equalsIgnoreCase);
  }

  CatalogEntry withProject(String name, String place) {
    return new CatalogEntry(
        id, state, startedAt, duration, program, agents, name, folder, place, commit, title, tags,
        messages);
  }

  BytesRef encode() {
    var out = new NumberWriter();
    out.text(id.value());
    state.write(out);
    out.number(startedAt)
        .number(duration)
        .text(program)
        .text(project)
        .text(folder)
        .text(repository)
        .text(commit)
        .text(title)
        .number(messages)
        .texts(agents)
        .texts(tags);
    return new BytesRef(out.toArray());
  }

  /** Only the id of one that {@link #encode} has made. */
  static String decodeId(byte[] bytes) {
    return new NumberReader(ByteBuffer.wrap(bytes)).text();
  }

  /** Only its state: a search compares that of all sessions, and tells the rest of few. */
  static State decodeState(byte[] bytes) {
    var in = new NumberReader(ByteBuffer.wrap(bytes));
    in.text();
    return State.read(in);
  }

  static CatalogEntry decode(byte[] bytes) {
    var in = new NumberReader(ByteBuffer.wrap(bytes));
    var id = new SessionId(in.text());
    var state = State.read(in);
    long startedAt = in.number();
    long duration = in.number();
    var program = in.text();
    var project = in.text();
    var folder = in.text();
    var repository = in.text();
    var commit = in.text();
    var title = in.text();
    long messages = in.number();
    var agents = in.texts();
    var tags = in.texts();
    return new CatalogEntry(
        id,
        state,
        startedAt,
        duration,
        program,
        agents,
        project,
        folder,
        repository,
        commit,
        title,
        tags,
        messages);
  }
}
