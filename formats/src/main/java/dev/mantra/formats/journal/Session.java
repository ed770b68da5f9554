package dev.mantra.formats.journal;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One session's folder in the store. */
public final class Session {

  private static final String JOURNAL = "journal";
  private static final String TRANSCRIPTS = "transcripts";
  private static final String CONTENTS = "contents";
  private static final String LOCK = "lock";
  private static final int LOCK_LENGTH = 64;
  private static final String ANNOTATIONS = "annotations.jsonl";
  private static final String KNOWN_VALUES = "known-values";

  private final SessionId id;
  private final Path folder;
  private final SessionView view;

  Session(SessionId id, Path folder) {
    this(id, folder, SessionView.ORIGINAL);
  }

  private Session(SessionId id, Path folder, SessionView view) {
    this.id = id;
    this.folder = folder;
    this.view = view;
  }

  /** The same session, read through a view. */
  public Session seenThrough(SessionView other) {
    return new Session(id, folder, other);
  }

  /** What it is read through. */
  public SessionView view() {
    return view;
  }

  public SessionId id() {
    return id;
  }

  public Path folder() {
    return folder;
  }

  public Path journal() {
    return folder.resolve(JOURNAL);
  }

  /** Verbatim copies of the agents' own files; not there when none was found. */
  public Path transcripts() {
    return folder.resolve(TRANSCRIPTS);
  }

  /**
   * Opens a copy of an agent's file for what is added to it, and makes it and its folder where they
   * are not there.
   *
   * @param name its name in {@link #transcripts}
   */
  public FileChannel openTranscript(String name) throws IOException {
    if (!Files.isDirectory(transcripts())) {
      Permissions.createPrivateFolder(transcripts());
    }
    var file = transcripts().resolve(name);
    var channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE),
            Permissions.privateFile());
    Permissions.makeFilePrivate(file);
    return channel;
  }

  /** The list of the bodies in the content store that it refers to; not there when it has none. */
  public Path contents() {
    return folder.resolve(CONTENTS);
  }

  /**
   * What values that are secret in it can be recognised by, a line each, without being known. None
   * when none were kept.
   */
  public List<String> knownValues() throws IOException {
    var file = folder.resolve(KNOWN_VALUES);
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.US_ASCII) : List.of();
  }

  /** Adds to what secret values can be recognised by. */
  public void addKnownValues(List<String> lines) throws IOException {
    var file = folder.resolve(KNOWN_VALUES);
    try (var channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE),
            Permissions.privateFile())) {
      Permissions.makeFilePrivate(file);
      var text = StandardCharsets.US_ASCII.encode(String.join("\n", lines) + "\n");
      while (text.hasRemaining()) {
        channel.write(text);
      }
    }
  }

  /** Whether its recorder is at work. */
  public boolean isBeingRecorded() throws IOException {
    var lock = folder.resolve(LOCK);
    // Asked first: most sessions have none, and an exception for each would slow down their list.
    if (!Files.exists(lock)) {
      return false;
    }
    try (var in = Files.newInputStream(lock)) {
      var stamp = new String(in.readNBytes(LOCK_LENGTH), StandardCharsets.ISO_8859_1);
      return ProcessStamp.parse(stamp).map(ProcessStamp::isAlive).orElse(false);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Writes all that its files hold through to the disk; nothing when it was deleted meanwhile. */
  public void force() throws IOException {
    try {
      Trees.force(folder);
    } catch (NoSuchFileException e) {
      if (Files.exists(folder)) {
        throw e;
      }
    }
  }

  /** How its journal looks from outside; empty while it may change at any moment. */
  public Optional<FileStamp> stamp() throws IOException {
    return isBeingRecorded() ? Optional.empty() : Optional.of(JournalFile.stamp(journal()));
  }

  /** The same of everything that tells what is seen of it. */
  public Optional<SessionStamp> fullStamp() throws IOException {
    var journal = stamp();
    return journal.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SessionStamp(
                journal.get(),
                annotationsStamp(),
                FileStamp.ofAnyFile(folder.resolve(KNOWN_VALUES))));
  }

  /** How the file of its annotations looks. */
  public FileStamp annotationsStamp() throws IOException {
    return FileStamp.ofAnyFile(folder.resolve(ANNOTATIONS));
  }

  /** How the folder of the copies of agents' files looks: whether another one has come. */
  public FileStamp transcriptsStamp() throws IOException {
    return FileStamp.ofAnyFile(transcripts());
  }

  /** Opens the journal: to follow it while it is being recorded, else to read it whole. */
  public JournalReader read() throws IOException {
    return open(isBeingRecorded());
  }

  private JournalReader open(boolean recording) throws IOException {
    var mode = recording ? JournalReader.Mode.FOLLOW : JournalReader.Mode.WHOLE;
    return JournalReader.open(journal(), mode, fallbackHeader(), view);
  }

  /** When it began: what its header says or, where that cannot be read, its name. */
  Instant startedAt() {
    try (var reader = open(false)) {
      return reader.header().startedAt();
    } catch (IOException e) {
      return fallbackHeader().startedAt();
    }
  }

  /** What a list shows of it. */
  public SessionSummary summary() throws IOException {
    boolean recording = isBeingRecorded();
    SessionHeader header;
    Optional<Frame> last;
    try (var reader = open(recording)) {
      header = reader.header();
      last = reader.lastFrame();
    } catch (NoSuchFileException e) {
      if (!recording) {
        throw e;
      }
      // The recorder has made the folder, and the journal is not there yet.
      header = fallbackHeader();
      last = Optional.empty();
    }
    var end =
        last.map(frame -> EventCodec.event(frame.code(), frame.offset(), frame.payload()))
            .filter(Event.End.class::isInstance)
            .map(Event.End.class::cast);
    return new SessionSummary(
        header,
        state(recording, header, end),
        Duration.ofNanos(last.map(Frame::offset).orElse(0L)),
        end,
        last.map(Frame::end).orElse(0L),
        agents(),
        annotations());
  }

  /** The agents of whose transcripts there are copies: their names begin with the agent's. */
  private List<String> agents() throws IOException {
    if (!Files.isDirectory(transcripts())) {
      return List.of();
    }
    try (var copies = Files.list(transcripts())) {
      return copies
          .map(copy -> copy.getFileName().toString())
          .filter(name -> name.indexOf('-') > 0)
          .map(name -> name.substring(0, name.indexOf('-')))
          .distinct()
          .sorted()
          .toList();
    }
  }

  public Annotations annotations() throws IOException {
    return view.annotations(AnnotationsFile.read(folder.resolve(ANNOTATIONS)));
  }

  /** Adds to what people said about the session. */
  public void annotate(Annotations.Entry entry) throws IOException {
    AnnotationsFile.append(folder.resolve(ANNOTATIONS), entry);
  }

  /** Counts what a session without an orderly end holds, by reading all of it. */
  public Totals count() throws IOException {
    var totals = Totals.NONE;
    try (var reader = read()) {
      for (var event = reader.next(); event.isPresent(); event = reader.next()) {
        totals = totals.plus(event.get());
      }
    }
    return totals;
  }

  void lock() throws IOException {
    var file = folder.resolve(LOCK);
    try (var channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            Permissions.privateFile())) {
      Permissions.makeFilePrivate(file);
      var stamp = StandardCharsets.US_ASCII.encode(ProcessStamp.current() + "\n");
      while (stamp.hasRemaining()) {
        channel.write(stamp);
      }
    }
  }

  /** Says that nobody records it any more. */
  void unlock() throws IOException {
    Files.deleteIfExists(folder.resolve(LOCK));
  }

  private static SessionState state(
      boolean recording, SessionHeader header, Optional<Event.End> end) {
    if (end.isPresent()) {
      return header.origin().isPresent() ? SessionState.IMPORTED : SessionState.FINISHED;
    }
    return recording ? SessionState.RECORDING : SessionState.INTERRUPTED;
  }

  /** What the folder's name alone tells, should the journal's header be damaged. */
  private SessionHeader fallbackHeader() {
    return SessionHeader.builder(id, id.startedAt().orElse(Instant.EPOCH), "unknown").build();
  }
}
