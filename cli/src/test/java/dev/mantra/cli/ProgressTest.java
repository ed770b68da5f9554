package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.cli.TerminalProbe.Stream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong millis = new AtomicLong();

  @Test
  void saysNothingInTheFirstSecond() {
    run(Stream.ERR, 999);
    assertEquals("", text());
  }

  @Test
  void saysHowFarItIsAfterASecondAndCleansUp() {
    run(Stream.ERR, 1500);
    assertTrue(text().startsWith("\r\u001b[Kmantra: exporting 42 %"), text());
    assertTrue(text().endsWith("\r\u001b[K"), text());
  }

  @Test
  void saysNothingWhereNobodyLooks() {
    run(Stream.OUT, 5000);
    assertEquals("", text());
  }

  private void run(Stream terminal, long length) {
    try (var progress = new Progress(console(terminal), "exporting")) {
      millis.set(length);
      for (int i = 0; i < 1000; i++) {
        progress.step(() -> "42 %");
      }
    }
  }

  private String text() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Console console(Stream terminal) {
    return new Console(
        new Surroundings(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            err,
            Map.of(),
            Path.of("/"),
            Path.of("/none"),
            () -> Instant.ofEpochMilli(millis.get()),
            () -> ZoneOffset.UTC,
            new TerminalProbe() {
              @Override
              public boolean isTerminal(Stream stream) {
                return stream == terminal;
              }

              @Override
              public OptionalInt columns() {
                return OptionalInt.empty();
              }
            }));
  }
}
