package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.workspace.ContentHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A recording that another program made: asciicast v1 to v3, {@code script} or ttyrec, gzipped or
 * not.
 *
 * <p>What it is is told by its content. A header that cannot be read stops with a {@link
 * MalformedRecordingException}; behind it, one bad line costs that line only and is reported.
 */
public final class ForeignRecording {

  private static final int HEAD = 1 << 16;

  private final List<Path> files;
  private final ForeignFormat format;
  private final ForeignHeader header;
  private final Scanning scanning;

  /** Starts reading the events. */
  @FunctionalInterface
  interface Scanning {
    EventScanner scan(Problems problems) throws IOException;
  }

  ForeignRecording(
      List<Path> files, ForeignFormat format, ForeignHeader header, Scanning scanning) {
    this.files = files;
    this.format = format;
    this.header = header;
    this.scanning = scanning;
  }

  /**
   * Opens any recording. Of {@code script}'s, timing file or typescript may be given: the other is
   * looked for beside it.
   */
  public static ForeignRecording open(Path path) throws IOException {
    var file = new RecordingFile(path);
    var head = file.head(HEAD);
    if (head.length == 0) {
      throw MalformedRecordingException.atByte(path, 0, "the file is empty");
    }
    var start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00ef\u00bb\u00bf")) {
      start = start.substring(3);
    }
    if (start.stripLeading().startsWith("{") || start.startsWith("#")) {
      return AsciicastFile.open(file);
    }
    if (start.startsWith("Script started on ")) {
      var timing = ScriptFiles.timingOf(path);
      return openScript(timing, ScriptFiles.logsOf(timing));
    }
    if (ScriptFiles.looksLikeTiming(head)) {
      return openScript(path, ScriptFiles.logsOf(path));
    }
    var first = TtyrecReader.firstFrame(head);
    if (first.isPresent()) {
      return new ForeignRecording(
          List.of(path),
          ForeignFormat.TTYREC,
          ForeignHeader.startedAt(first.get().time()),
          problems -> new TtyrecReader(file, problems));
    }
    throw MalformedRecordingException.atByte(
        path,
        0,
        "the file is no recording: neither asciicast v1 to v3 nor the timing file of script nor"
            + " ttyrec begins like this");
  }

  /** Opens a recording of {@code script} whose files are known. */
  public static ForeignRecording openScript(Path timing, ScriptLogs logs) throws IOException {
    var file = new RecordingFile(timing);
    var files = new ArrayList<>(List.of(timing));
    files.addAll(logs.files());
    return new ForeignRecording(
        List.copyOf(files),
        ForeignFormat.SCRIPT,
        ScriptHeader.read(file, logs),
        problems -> new ScriptReader(file, logs, problems));
  }

  public ForeignFormat format() {
    return format;
  }

  public ForeignHeader header() {
    return header;
  }

  /** The files the recording consists of, the given one first. */
  public List<Path> files() {
    return files;
  }

  /** Reads the events from the start; the caller closes them. */
  public ForeignEvents events() throws IOException {
    var problems = new Problems();
    return new ForeignEvents(scanning.scan(problems), problems);
  }

  /** Where the session comes from; reads the files once to know them again. */
  public SessionHeader.Origin origin() throws IOException {
    return new SessionHeader.Origin(
        format.label(),
        files.getFirst().toAbsolutePath().normalize().toString(),
        sha256(),
        header.verbatim());
  }

  private String sha256() throws IOException {
    var digest = ContentHash.sha256();
    var buffer = new byte[1 << 16];
    for (var file : files) {
      try (var in = Files.newInputStream(file)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
