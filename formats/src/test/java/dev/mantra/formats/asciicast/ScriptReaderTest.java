package dev.mantra.formats.asciicast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are as script of util-linux 2.38 writes them. */
class ScriptReaderTest {

  private static final String FIRST =
      "Script started on 2026-11-21 05:10:42+00:00 [COMMAND=\"echo \"hi\"\" TERM=\"xterm\""
          + " TTY=\"/dev/pts/0\" COLUMNS=\"90\" LINES=\"30\"]\n";

  private static final String LAST =
      "\nScript done on 2026-11-21 05:10:43+00:00 [COMMAND_EXIT_CODE=\"3\"]\n";

  @TempDir Path folder;

  @Test
  void classicTimingTellsHowMuchOutputCameWhen() throws IOException {
    Fixture.write(folder, "typescript", FIRST + "hi\r\nthere\r\n" + LAST);
    var file = Fixture.write(folder, "session.tm", "0.010139 4\n0.500000 7\n");
    var script = Fixture.read(file);
    assertEquals(ForeignFormat.SCRIPT, script.recording().format());
    assertEquals(
        List.of(
            new Event.Output(10_139_000, Bytes.utf8("hi\r\n")),
            new Event.Output(510_139_000, Bytes.utf8("there\r\n")),
            new Event.End(
                510_139_000, EndReason.EXITED, OptionalInt.of(3), new Totals(11, 0, 2, 0, 0, 0))),
        script.events());
    assertEquals(List.of(), script.problems());
    var header = script.recording().header();
    assertEquals(Optional.of(Instant.parse("2026-11-21T05:10:42Z")), header.startedAt());
    assertEquals(Optional.of(new WindowSize(90, 30)), header.size());
    assertEquals(Optional.of("echo \"hi\""), header.command());
    assertEquals(Map.of("TERM", "xterm"), header.environment());
  }

  @Test
  void multiStreamTimingHasInputOutputSignalsAndHeaders() throws IOException {
    Fixture.write(folder, "s.out", FIRST + "prompt$ out\r\n" + LAST);
    Fixture.write(folder, "s.in", FIRST + "ls\r" + LAST);
    var script =
        Fixture.read(
            Fixture.write(
                folder,
                "s.tm",
                """
                H 0.000000 START_TIME 2026-11-21 05:10:44+00:00
                H 0.000000 TERM xterm-256color
                H 0.000000 COLUMNS 80
                H 0.000000 LINES 24
                H 0.000000 SHELL /bin/bash
                H 0.000000 COMMAND sh -c 'echo
                H is no header; echo'
                H 0.000000 OUTPUT_LOG /somewhere/else/s.out
                H 0.000000 INPUT_LOG s.in
                O 0.003184 8
                I 0.994081 3
                S 0.399952 SIGWINCH ROWS=30 COLS=100
                S 0.000001 SIGINT
                O 0.300000 5
                H 0.000000 DURATION 2.000000
                H 0.000000 EXIT_CODE 130
                """));
    assertEquals(
        List.of(
            new Event.Output(3_184_000, Bytes.utf8("prompt$ ")),
            new Event.Input(997_265_000, Bytes.utf8("ls\r")),
            new Event.Resize(1_397_217_000, new WindowSize(100, 30)),
            new Event.Unknown(
                1_397_218_000, ForeignEvent.CODE, Bytes.utf8("[0, \"S\", \"SIGINT\"]")),
            new Event.Output(1_697_218_000, Bytes.utf8("out\r\n")),
            new Event.End(
                2_000_000_000,
                EndReason.EXITED,
                OptionalInt.of(130),
                new Totals(13, 3, 5, 0, 0, 0))),
        script.events());
    assertEquals(List.of(), script.problems());
    var header = script.recording().header();
    assertEquals(Optional.of("sh -c 'echo\nH is no header; echo'"), header.command());
    assertEquals(Map.of("TERM", "xterm-256color", "SHELL", "/bin/bash"), header.environment());
    assertEquals(
        List.of(folder.resolve("s.tm"), folder.resolve("s.out"), folder.resolve("s.in")),
        script.recording().files());
  }

  @Test
  void oneLogMayHoldBothDirections() throws IOException {
    Fixture.write(folder, "s.io", FIRST + "abc\nabc\r\n" + LAST);
    var script =
        Fixture.read(
            Fixture.write(
                folder,
                "s.tm",
                "H 0.0 OUTPUT_LOG s.io\nH 0.0 INPUT_LOG s.io\nI 0.000021 4\nO 0.260403 5\n"));
    assertEquals(
        List.of(
            new Event.Input(21_000, Bytes.utf8("abc\n")),
            new Event.Output(260_424_000, Bytes.utf8("abc\r\n"))),
        script.withoutEnd());
  }

  @Test
  void classicTimingMayBelongToInputWhenOneSaysSo() throws IOException {
    var log = Fixture.write(folder, "keys", FIRST + "ls\r" + LAST);
    var timing = Fixture.write(folder, "keys.tm", "0.5 3\n");
    var script =
        Fixture.read(
            ForeignRecording.openScript(
                timing, new ScriptLogs(Optional.empty(), Optional.of(log))));
    assertEquals(List.of(new Event.Input(500_000_000, Bytes.utf8("ls\r"))), script.withoutEnd());
  }

  @Test
  void theTypescriptFindsItsTimingFile() throws IOException {
    var log = Fixture.write(folder, "demo.log", FIRST + "hi" + LAST);
    Fixture.write(folder, "demo.tm", "0.5 2\n");
    assertEquals(1, Fixture.read(log).withoutEnd().size());
  }

  @Test
  void aFileOfTheRecordingThatIsMissingIsNamed() throws IOException {
    var log = Fixture.write(folder, "demo.log", FIRST + "hi" + LAST);
    var noTiming = assertThrows(MalformedRecordingException.class, () -> Fixture.read(log));
    assertTrue(String.valueOf(noTiming.getMessage()).contains("timing file"), noTiming.toString());
    Files.delete(log);
    var timing = Fixture.write(folder, "demo.tm", "H 0.0 OUTPUT_LOG demo.out\nO 0.5 2\n");
    var noLog = assertThrows(MalformedRecordingException.class, () -> Fixture.read(timing));
    assertTrue(String.valueOf(noLog.getMessage()).contains("demo.out"), noLog.toString());
  }

  @Test
  void aTimingFileCannotBringInAFileFromElsewhere() throws IOException {
    var inside = Files.createDirectory(folder.resolve("inside"));
    Fixture.write(folder, "secret", FIRST + "secret" + LAST);
    for (var name : List.of("../secret", folder.resolve("secret").toString(), "..", ".", "/")) {
      var timing = Fixture.write(inside, "s.tm", "H 0.0 OUTPUT_LOG " + name + "\nO 0.5 6\n");
      assertThrows(MalformedRecordingException.class, () -> ForeignRecording.open(timing), name);
    }
  }

  @Test
  void whatTheTimingFileDoesNotReachIsKeptAtTheEnd() throws IOException {
    Fixture.write(folder, "s.log", FIRST + "hi and more");
    var script = Fixture.read(Fixture.write(folder, "s.tm", "0.5 2\n0.2"));
    assertEquals(
        List.of(
            new Event.Output(500_000_000, Bytes.utf8("hi")),
            new Event.Output(500_000_000, Bytes.utf8(" and more"))),
        script.withoutEnd());
    assertEquals(2, script.problems().size(), script.problems().toString());
    assertTrue(script.problems().getFirst().reason().startsWith("torn"));
    assertEquals(OptionalInt.empty(), script.end().status());
  }

  @Test
  void aLogThatEndsEarlyIsReportedOnceForEachPiece() throws IOException {
    Fixture.write(folder, "s.log", FIRST + "hi");
    var script = Fixture.read(Fixture.write(folder, "s.tm", "0.5 999999999999\n0.5 1\n"));
    assertEquals(List.of(new Event.Output(500_000_000, Bytes.utf8("hi"))), script.withoutEnd());
    assertEquals(2, script.problems().size());
    assertEquals(1_000_000_000, script.end().at());
  }

  @Test
  void bytesThatAreNoUtf8StayAsTheyAre() throws IOException {
    var first = FIRST.getBytes(StandardCharsets.UTF_8);
    var log = new byte[first.length + 2];
    System.arraycopy(first, 0, log, 0, first.length);
    log[first.length] = (byte) 0xe4;
    log[first.length + 1] = 0;
    Fixture.write(folder, "s.log", log);
    var script = Fixture.read(Fixture.write(folder, "s.tm", "0.5 2\n"));
    assertEquals(
        List.of(new Event.Output(500_000_000, Bytes.wrap(new byte[] {(byte) 0xe4, 0}))),
        script.withoutEnd());
  }

  @Test
  void aBadLineOfTheTimingFileIsReported() throws IOException {
    Fixture.write(folder, "s.log", FIRST + "abcdef" + LAST);
    var script = Fixture.read(Fixture.write(folder, "s.tm", "0.5 2\nnoise\n0.5 x\n-1 1\n0.5 3\n"));
    assertEquals(
        List.of(
            new Event.Output(500_000_000, Bytes.utf8("ab")),
            new Event.Output(500_000_000, Bytes.utf8("c")),
            new Event.Output(1_000_000_000, Bytes.utf8("def"))),
        script.withoutEnd());
    assertEquals(List.of(2L, 3L, 4L), script.problems().stream().map(Problem::number).toList());
  }
}
