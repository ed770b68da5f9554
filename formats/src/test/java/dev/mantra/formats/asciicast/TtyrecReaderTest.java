package dev.mantra.formats.asciicast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TtyrecReaderTest {

  private static final int START = 1_795_237_851;

  @TempDir Path folder;

  private static byte[] frame(int second, int micros, String output) {
    var bytes = output.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(12 + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(START + second)
        .putInt(micros)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static byte[] frames(byte[]... frames) {
    var out = new ByteArrayOutputStream();
    for (var frame : frames) {
      out.writeBytes(frame);
    }
    return out.toByteArray();
  }

  private Fixture read(byte[] content) throws IOException {
    return Fixture.read(Fixture.write(folder, "session.ttyrec", content));
  }

  @Test
  void framesAreOutputFromTheFirstOnesTimeOn() throws IOException {
    var content = frames(frame(0, 999_999, "a\033[m"), frame(1, 0, ""), frame(3, 5, "b"));
    var ttyrec = read(content);
    assertEquals(ForeignFormat.TTYREC, ttyrec.recording().format());
    assertEquals(
        Optional.of(Instant.ofEpochSecond(START, 999_999_000)),
        ttyrec.recording().header().startedAt());
    assertEquals(
        List.of(
            new Event.Output(0, Bytes.utf8("a\033[m")),
            new Event.Output(2_000_006_000L, Bytes.utf8("b"))),
        ttyrec.withoutEnd());
    assertEquals(EndReason.IMPORTED, ttyrec.end().reason());
    assertEquals(List.of(), ttyrec.problems());
    var zipped = Fixture.read(Fixture.write(folder, "zipped", Fixture.gzip(content)));
    assertEquals(ttyrec.events(), zipped.events());
  }

  @Test
  void aClockThatWasSetBackHoldsTheTime() throws IOException {
    var ttyrec = read(frames(frame(10, 0, "a"), frame(20, 0, "b"), frame(5, 0, "c")));
    assertEquals(
        List.of(0L, 10L, 10L),
        ttyrec.withoutEnd().stream().map(event -> event.at() / 1_000_000_000L).toList());
    assertEquals(1, ttyrec.problems().size());
  }

  @Test
  void cutAnywhereAllBytesBeforeTheCutAreKept() throws IOException {
    var whole = frames(frame(0, 0, "abc"), frame(1, 0, "defg"));
    for (int cut = 12; cut <= whole.length; cut++) {
      var ttyrec = read(Arrays.copyOf(whole, cut));
      int payload = Math.min(cut - 12, 3) + Math.max(0, cut - 27);
      int length = 0;
      for (var event : ttyrec.withoutEnd()) {
        length += ((Event.Output) event).bytes().length();
      }
      assertEquals(payload, length, "cut at " + cut);
      boolean between = cut == 15 || cut == whole.length;
      assertEquals(between ? 0 : 1, ttyrec.problems().size(), "cut at " + cut);
    }
  }

  @Test
  void whatIsNoFrameEndsTheRecordingWithItsOffset() throws IOException {
    var ttyrec =
        read(
            frames(frame(0, 0, "a"), frame(1, 0, "b"), frame(2, 1_000_000, "c"), frame(3, 0, "d")));
    assertEquals(2, ttyrec.withoutEnd().size());
    assertEquals(1, ttyrec.problems().size());
    assertEquals(26, ttyrec.problems().getFirst().number());
    assertEquals(Problem.Unit.BYTE, ttyrec.problems().getFirst().unit());
  }

  @Test
  void aWrongLengthCostsNoMemory() throws IOException {
    var broken = frame(1, 0, "rest");
    ByteBuffer.wrap(broken).order(ByteOrder.LITTLE_ENDIAN).putInt(8, Integer.MAX_VALUE);
    var ttyrec = read(frames(frame(0, 0, "a"), broken));
    assertEquals(
        List.of(
            new Event.Output(0, Bytes.utf8("a")),
            new Event.Output(1_000_000_000, Bytes.utf8("rest"))),
        ttyrec.withoutEnd());
    assertTrue(ttyrec.problems().getFirst().reason().startsWith("torn"));
  }

  @Test
  void otherBinaryFilesAreNoTtyrec() throws IOException {
    var elf = new byte[200];
    Arrays.fill(elf, (byte) 0x7f);
    var file = Fixture.write(folder, "program", elf);
    var error = assertThrows(MalformedRecordingException.class, () -> ForeignRecording.open(file));
    assertTrue(String.valueOf(error.getMessage()).contains("no recording"));
  }
}
