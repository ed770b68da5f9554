package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A session whose journal is damaged again and again, and what may come of that. */
final class PatientSession implements AutoCloseable {

  /** How long reading may take at most, on however slow a machine. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  final SampleSession session;
  final List<Frame> frames;
  final byte[] content;
  private final FileChannel file;

  private PatientSession(SampleSession session) throws IOException {
    this.session = session;
    this.frames = session.frames();
    this.content = Files.readAllBytes(session.file());
    this.file = FileChannel.open(session.file(), StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** A session of about 64 KB that also shows pieces of another journal and of its own. */
  static PatientSession admit(Path folder, long seed) throws IOException {
    var header = SampleSession.header(seed);
    var other = SampleSession.write(folder.resolve("other"), seed + 1, 6000);
    var begin = SampleSession.mixture(seed + 2, 24_000);
    begin.removeLast();
    var own = SampleSession.write(folder.resolve("own"), header, begin);
    var events = new ArrayList<Event>(begin);
    long at = begin.getLast().at();
    events.add(new Event.Output(at + 1, pictureOf(other)));
    events.add(new Event.Output(at + 2, pictureOf(own)));
    for (var event : SampleSession.mixture(seed + 3, 28_000)) {
      events.add(event.withAt(at + 3 + event.at()));
    }
    events.removeLast();
    events.add(SampleSession.end(events.getLast().at() + 1, events));
    return new PatientSession(SampleSession.write(folder.resolve("journal"), header, events));
  }

  static PatientSession of(SampleSession session) throws IOException {
    return new PatientSession(session);
  }

  /** Where the first document of ours begins. */
  int begin() {
    return (int) frames.getFirst().position() - Integer.BYTES;
  }

  /** Where the last one ends. */
  int end() {
    return (int) frames.getLast().end();
  }

  /** The frame that holds a byte, or -1 when it stands between them. */
  int frameHolding(long at) {
    int low = 0;
    int high = frames.size() - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      var frame = frames.get(middle);
      if (at < frame.position()) {
        high = middle - 1;
      } else if (at >= frame.end()) {
        low = middle + 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  void put(int at, byte value) throws IOException {
    file.write(ByteBuffer.wrap(new byte[] {value}), at);
  }

  void flip(int at, int bit) throws IOException {
    put(at, (byte) (content[at] ^ (1 << bit)));
  }

  void heal(int at) throws IOException {
    put(at, content[at]);
  }

  void cutAt(int length) throws IOException {
    file.truncate(length);
  }

  /** Puts other documents in place of those that were written. */
  void replaceDocuments(List<byte[]> documents) throws IOException {
    file.truncate(begin());
    long at = begin();
    for (var document : documents) {
      at += file.write(ByteBuffer.wrap(document), at);
    }
    file.write(ByteBuffer.allocate(4096), at);
  }

  /** The bytes of each document, with its header and what aligns the next one. */
  List<byte[]> documents() {
    var documents = new ArrayList<byte[]>();
    for (var frame : frames) {
      int from = (int) frame.position() - Integer.BYTES;
      int to = (int) FrameReader.aligned(frame.end());
      documents.add(Arrays.copyOfRange(content, from, to));
    }
    return documents;
  }

  SampleSession.Reading read() throws IOException {
    long begin = System.nanoTime();
    var reading = SampleSession.read(session.folder());
    long taken = System.nanoTime() - begin;
    assertTrue(taken < PATIENCE_NANOS, () -> "reading took " + taken / 1_000_000 + " ms");
    return reading;
  }

  /** Reads, and checks that all frames but these came out and that each of these was reported. */
  void readAllBut(List<Integer> lost) throws IOException {
    var damage = readRest(lost);
    for (int i : lost) {
      assertTrue(isReported(frames.get(i), damage), () -> "frame " + i + " was not reported");
    }
  }

  /** Reads, and checks that one frame was lost, and nothing else reported than this. */
  void readAllButNamed(int lost, String reason) throws IOException {
    assertEquals(List.of(reason), readRest(List.of(lost)).stream().map(Damage::reason).toList());
  }

  private List<Damage> readRest(List<Integer> lost) throws IOException {
    var reading = read();
    var expected = new ArrayList<Event>();
    for (int i = 1; i < frames.size(); i++) {
      if (!lost.contains(i)) {
        expected.add(session.events().get(i - 1));
      }
    }
    assertEquals(expected, reading.events());
    assertEquals(lost.contains(0) ? SampleSession.FALLBACK : session.header(), reading.header());
    return reading.damage();
  }

  static boolean isReported(Frame frame, List<Damage> damage) {
    return damage.stream()
        .anyMatch(found -> found.from() <= frame.position() && frame.position() < found.to());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static Bytes pictureOf(SampleSession shown) throws IOException {
    var frames = shown.frames();
    int from = (int) frames.getFirst().position() - Integer.BYTES;
    int to = (int) frames.getLast().end();
    return SampleSession.picture(shown.folder(), from, Math.min(to - from, 9000));
  }
}
