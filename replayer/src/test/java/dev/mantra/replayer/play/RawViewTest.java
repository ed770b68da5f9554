package dev.mantra.replayer.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawViewTest {

  private static final String OFF = new LeftOnModes().off().toUtf8();
  private static final String CLEARED = OFF + "\033[H\033[2J";

  @TempDir Path folder;
  private PlayedSession session;
  private FakeWindow window;

  @BeforeEach
  void record() throws IOException {
    record(PlayedSession.letters());
  }

  @AfterEach
  void close() throws IOException {
    session.close();
  }

  private void record(List<Event> events) throws IOException {
    session =
        new PlayedSession(folder.resolve(events.size() + "s"), new WindowSize(80, 24), events);
    window = session.window;
  }

  private String played() throws IOException {
    session.playRaw(PlayOptions.PLAIN);
    assertEquals(1, window.restored);
    assertTrue(window.written().endsWith(OFF), "all modes are switched off at the end");
    return window.written().substring(0, window.written().length() - OFF.length());
  }

  @Test
  void whatWasRecordedIsWrittenAsItIs() throws IOException {
    session.close();
    record(
        List.of(
            PlayedSession.output(0, "\033]0;title\007"), PlayedSession.output(1, "\033[?1000h")));
    assertEquals("\033]0;title\007\033[?1000h", played());
    assertEquals(1, window.seconds(), 0.1);
  }

  @Test
  void goingBackWritesEverythingUpToThereAgain() throws IOException {
    window.press(7.5, "\033[D").press(7.6, "q");
    assertEquals("abcdefgh" + CLEARED + "abc", played());
  }

  @Test
  void aStepBackIsOneFrameBack() throws IOException {
    window.press(2.5, ",").press(50, "q");
    assertEquals("abc" + CLEARED + "ab", played());
  }

  @Test
  void whatIsSaidWhilePausedIsTakenAwayAgain() throws IOException {
    window.press(1.5, " }").look(2).press(3, "q");
    var written = played();
    assertTrue(window.row(2, -1).contains("no prompt in this session"), window.looked(2));
    assertTrue(written.startsWith("ab\0337\033[24;1H"), written);
  }

  @Test
  void helpIsOneLineUntilTheNextKey() throws IOException {
    window.press(1.5, "?").look(40).press(50, "?").look(50.3).press(50.4, "q");
    var written = played();
    assertTrue(window.row(40, -1).contains("space pause"), window.looked(40));
    assertEquals("ab", window.looked(50.3).strip());
    assertTrue(written.endsWith(CLEARED + "ab"), written);
  }

  @Test
  void modesThatTheRecordingLeftOnAreSwitchedOff() throws IOException {
    session.close();
    record(List.of(PlayedSession.output(0, "\033[?1049h\033[?1000h")));
    session.playRaw(PlayOptions.PLAIN);
    assertTrue(window.written().contains("\033[?1049l"));
  }

  @Test
  void suspendingSwitchesModesOffAndWritesEverythingAgain() throws IOException {
    window.press(2.5, "\032").press(2.6, "q");
    assertEquals("abc" + OFF + CLEARED + "abc", played());
    assertEquals(1, window.suspended);
  }
}
