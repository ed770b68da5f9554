package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the last sound frame of a journal from its end, without reading the rest. */
final class JournalTail {

  private static final int LARGEST_FRAME = JournalFormat.HEADER_LENGTH + JournalFormat.MAX_PAYLOAD;
  private static final int STEP = 64 * 1024;

  private JournalTail() {}

  static Optional<Frame> lastFrame(Path folder) throws IOException {
    try (var channel = FileChannel.open(JournalFile.locate(folder), StandardOpenOption.READ)) {
      var header = new FrameHeader();
      long size = channel.size();
      int step = 2 * 4096;
      for (long end = size; end > 0; end -= step, step = STEP) {
        long from = Math.max(0, end - step) & ~3L;
        var buffer = read(channel, from, (int) Math.min(size - from, step + LARGEST_FRAME));
        var frame = lastIn(buffer, from, (int) (end - from), header);
        if (frame != null) {
          return Optional.of(frame);
        }
      }
      return Optional.empty();
    }
  }

  private static @Nullable Frame lastIn(
      ByteBuffer buffer, long position, int startsBefore, FrameHeader header) {
    for (int at = startsBefore & ~3; at >= 0; at -= Integer.BYTES) {
      if (at + JournalFormat.HEADER_LENGTH > buffer.limit()
          || buffer.getInt(at) != JournalFormat.MAGIC) {
        continue;
      }
      header.load(buffer, at);
      int start = at + JournalFormat.HEADER_LENGTH;
      if (!header.isFrame() || start + header.length() > buffer.limit()) {
        continue;
      }
      var payload = Bytes.copyOf(buffer.slice(start, header.length()));
      if (header.isSound(payload)) {
        return Frame.of(position + at, header, payload);
      }
    }
    return null;
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {}
    return buffer.flip();
  }
}
