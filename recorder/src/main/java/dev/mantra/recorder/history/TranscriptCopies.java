package dev.mantra.recorder.history;

import dev.mantra.formats.journal.Session;
import dev.mantra.formats.transcript.Agent;
import dev.mantra.recorder.history.TranscriptCopy.Change;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Copies transcripts into a session, byte for byte.
 *
 * <p>A file that has grown since the last time only adds what is new to its copy. One that was
 * written anew gets another copy: what the old one says is in the session and must stay.
 *
 * <pre>
 *  transcripts/gemini-session-x.json      the first copy
 *  transcripts/gemini-session-x~2.json    of the file as it was written anew
 * </pre>
 */
final class TranscriptCopies {

  /** Names that mean nothing to a file system or a terminal. */
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");

  /** What stands in the name of a later copy, before its ending. */
  private static final Pattern VERSION = Pattern.compile("~([0-9]{1,8})(?=\\.|$)");

  private static final int PIECE = 1 << 20;

  private final Session session;
  private final Agent agent;
  private final Set<String> taken = new HashSet<>();

  TranscriptCopies(Session session, Agent agent) {
    this.session = session;
    this.agent = agent;
  }

  /** What the copy of a file is called, as long as the file is not written anew. */
  static String nameOf(TranscriptFile file, Agent agent) {
    return agent.label() + "-" + harmless(file.name());
  }

  /** Brings the copy of a file up to date. */
  TranscriptCopy update(TranscriptFile file) throws IOException {
    try (var source = FileChannel.open(file.path(), StandardOpenOption.READ)) {
      // What is written from now on is for the next import.
      long size = source.size();
      var current = current(nameOf(file, agent));
      boolean isThere = Files.exists(session.transcripts().resolve(current));
      var same = same(current, source, size);
      if (same.isPresent()) {
        long copied = Files.size(session.transcripts().resolve(same.get()));
        append(same.get(), source, copied, size);
        return copy(file, same.get(), copied < size ? Change.GROWN : Change.NONE);
      }
      var next = isThere ? next(current) : current;
      append(next, source, 0, size);
      return copy(file, next, isThere ? Change.REWRITTEN : Change.NEW);
    }
  }

  /** The copy of which a file is a continuation or a part; it may have been called otherwise. */
  private Optional<String> same(String name, FileChannel source, long size) throws IOException {
    var own = session.transcripts().resolve(name);
    if (Files.exists(own) && agree(own, source, size)) {
      return Optional.of(name);
    }
    for (var other : all()) {
      if (size > 0 && Files.size(other) > 0 && agree(other, source, size)) {
        return Optional.of(other.getFileName().toString());
      }
    }
    return Optional.empty();
  }

  private TranscriptCopy copy(TranscriptFile file, String name, Change change) throws IOException {
    taken.add(name);
    var path = session.transcripts().resolve(name);
    return new TranscriptCopy(
        path, file.path(), Files.size(path), file.stamp().modified(), file.subAgent(), change);
  }

  /** The copies that were there and are not of any file that was given. */
  List<Path> others() throws IOException {
    return all().stream().filter(copy -> !taken.contains(copy.getFileName().toString())).toList();
  }

  private List<Path> all() throws IOException {
    // Asked first: a new session has none, and an exception for each would take longer.
    if (!Files.isDirectory(session.transcripts())) {
      return List.of();
    }
    try (var all = Files.newDirectoryStream(session.transcripts())) {
      return StreamSupport.stream(all.spliterator(), false).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** Deletes those of them that are not needed any more. */
  void deleteOthersBut(Set<String> needed) throws IOException {
    for (var other : others()) {
      if (!needed.contains(other.getFileName().toString())) {
        Files.deleteIfExists(other);
      }
    }
  }

  /** The name of the newest copy there is, or of the first that there will be. */
  private String current(String first) throws IOException {
    int newest = newest(first);
    return newest == 1 ? first : version(first, newest);
  }

  private String next(String current) throws IOException {
    var first = VERSION.matcher(current).replaceFirst("");
    return version(first, newest(first) + 1);
  }

  private int newest(String first) throws IOException {
    int newest = 1;
    for (var copy : all()) {
      var name = copy.getFileName().toString();
      var version = VERSION.matcher(name);
      if (version.find() && version.replaceFirst("").equals(first)) {
        newest = Math.max(newest, Integer.parseInt(version.group(1)));
      }
    }
    return newest;
  }

  private static String version(String first, int version) {
    int dot = first.lastIndexOf('.');
    return dot <= 0
        ? first + "~" + version
        : first.substring(0, dot) + "~" + version + first.substring(dot);
  }

  /** Whether one of both begins with the other. */
  private boolean agree(Path copy, FileChannel source, long size) throws IOException {
    try (var old = FileChannel.open(copy, StandardOpenOption.READ)) {
      long common = Math.min(old.size(), size);
      int piece = (int) Math.min(PIECE, common);
      var mine = ByteBuffer.allocate(piece);
      var theirs = ByteBuffer.allocate(piece);
      for (long at = 0; at < common; at += PIECE) {
        int length = (int) Math.min(PIECE, common - at);
        if (!fill(mine, old, at, length).equals(fill(theirs, source, at, length))) {
          return false;
        }
      }
      return true;
    }
  }

  private static ByteBuffer fill(ByteBuffer buffer, FileChannel from, long at, int length)
      throws IOException {
    buffer.clear().limit(length);
    while (buffer.hasRemaining() && from.read(buffer, at + buffer.position()) >= 0) {
      // a read may give less than was asked for
    }
    return buffer.flip();
  }

  private void append(String name, FileChannel source, long from, long to) throws IOException {
    try (var copy = session.openTranscript(name)) {
      for (long at = from; at < to; ) {
        long count = source.transferTo(at, to - at, copy);
        if (count <= 0) {
          return; // it was cut short meanwhile
        }
        at += count;
      }
    }
  }

  private static String harmless(String name) {
    if (HARMLESS.matcher(name).matches()) {
      return name;
    }
    var safe = name.replaceAll("[^A-Za-z0-9.-]", "");
    var hash = HexFormat.of().toHexDigits(name.hashCode());
    return hash + "-" + safe.substring(Math.max(0, safe.length() - 40));
  }
}
