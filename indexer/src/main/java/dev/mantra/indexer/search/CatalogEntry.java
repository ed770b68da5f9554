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
 * @param viewing the version of what it was read through
 * @param journal how the journal looked when it was indexed; empty while it was being recorded
 * @param frames how many frames of it were indexed
 * @param annotations how the file of annotations looked
 * @param startedAt in milliseconds since 1970
 * @param duration in nanoseconds
 * @param agents that worked in it; none where only a program is known
 * @param project its name
 * @param repository the folder of the repository it took place in; empty where there was none
 * @param commit that the folder stood on; empty where it is not known
 */
record CatalogEntry(
    SessionId id,
    String viewing,
    Optional<FileStamp> journal,
    long frames,
    FileStamp annotations,
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
        id,
        viewing,
        journal,
        frames,
        annotations,
        startedAt,
        duration,
        program,
        agents,
        name,
        folder,
        place,
        commit,
        title,
        tags,
        messages);
  }

  BytesRef encode() {
    var out = new NumberWriter();
    out.text(id.value()).text(viewing).number(journal.isPresent() ? 1 : 0);
    journal.ifPresent(stamp -> write(out, stamp));
    out.number(frames);
    write(out, annotations);
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

  static CatalogEntry decode(BytesRef bytes) {
    var in = new NumberReader(ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length));
    var id = new SessionId(in.text());
    var viewing = in.text();
    var journal = in.number() == 0 ? Optional.<FileStamp>empty() : Optional.of(stamp(in));
    long frames = in.number();
    var annotations = stamp(in);
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
        viewing,
        journal,
        frames,
        annotations,
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

  private static void write(NumberWriter out, FileStamp stamp) {
    out.number(stamp.size()).number(stamp.modified());
  }

  private static FileStamp stamp(NumberReader in) {
    return new FileStamp(in.number(), in.number());
  }
}
