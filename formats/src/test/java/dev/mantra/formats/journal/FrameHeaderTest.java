package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FrameHeaderTest {

  @Property
  void whatIsSealedIsReadBack(
      @ForAll byte code,
      @ForAll @IntRange(max = 3) int flags,
      @ForAll int session,
      @ForAll @LongRange(max = JournalFormat.MAX_SEQUENCE) long sequence,
      @ForAll long offset,
      @ForAll long previous,
      @ForAll byte[] payload) {
    var bytes = Bytes.wrap(payload);
    var writing = new FrameHeader();
    writing.mark(session);
    var sealed = writing.seal(code, flags, sequence, offset, previous, bytes);
    var reading = new FrameHeader();
    reading.load(ByteBuffer.wrap(sealed), 0);
    assertTrue(reading.isFrame() && reading.isSound(bytes));
    assertEquals(
        new Frame(
            5,
            JournalFormat.VERSION,
            Byte.toUnsignedInt(code),
            flags,
            session,
            sequence,
            offset,
            writing.crc(),
            previous,
            bytes),
        Frame.of(5, reading, bytes));
  }

  @Property
  void aFlippedBitIsNoticedWhereverItIs(
      @ForAll byte[] payload, @ForAll @IntRange(max = 10_000) int place) {
    var writing = new FrameHeader();
    var sealed = writing.seal(2, 0, 7, 8, 9, Bytes.wrap(payload)).clone();
    int bits = (sealed.length + payload.length) * 8;
    int bit = place % bits;
    var damaged = payload.clone();
    var target = bit / 8 < sealed.length ? sealed : damaged;
    target[bit / 8 < sealed.length ? bit / 8 : bit / 8 - sealed.length] ^= (byte) (1 << bit % 8);
    var reading = new FrameHeader();
    reading.load(ByteBuffer.wrap(sealed), 0);
    assertFalse(
        reading.isFrame()
            && reading.length() == payload.length
            && reading.isSound(Bytes.wrap(damaged)));
  }

  @Property
  void theChainTellsFramesAndTheirOrderApart(
      @ForAll long start, @ForAll int first, @ForAll int second) {
    long forth = JournalFormat.chain(JournalFormat.chain(start, first), second);
    long back = JournalFormat.chain(JournalFormat.chain(start, second), first);
    assertNotEquals(start, forth);
    if (first != second) {
      assertNotEquals(forth, back);
    }
  }
}
