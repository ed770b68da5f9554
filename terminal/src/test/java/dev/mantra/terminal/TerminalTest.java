package dev.mantra.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final Terminal terminal = new Terminal(20, 4);

  @Test
  void stylesAreReadBackAsTheyWereSet() {
    write("\033[1;3;4:3;38;2;10;20;30;48;5;17;58:2::1:2:3mx");
    Style style = terminal.line(0).styleAt(0);
    assertTrue(style.has(Style.BOLD | Style.ITALIC));
    assertEquals(3, style.underline());
    assertEquals(new Color.Rgb(0x0A141E), style.foreground());
    assertEquals(new Color.Indexed(17), style.background());
    assertEquals(new Color.Rgb(0x010203), style.underlineColor());
  }

  @Test
  void erasingLeavesTheBackgroundOfThePen() {
    write("\033[44mab\033[2K");
    assertEquals(new Color.Indexed(4), terminal.line(0).styleAt(19).background());
    assertTrue(terminal.line(0).isBlankAt(0));
    assertEquals("", terminal.line(0).text());
  }

  @Test
  void linksBelongToTheCellsPrintedWithinThem() {
    write("\033]8;id=1;https://example.org\033\\link\033]8;;\033\\ no");
    assertEquals(
        Optional.of(new Style.Link("1", "https://example.org")),
        terminal.line(0).styleAt(3).link());
    assertEquals(Optional.empty(), terminal.line(0).styleAt(4).link());
  }

  @Test
  void aRestoredCursorStandsBehindItsCharacterWhereThereIsRoom() {
    write("\033[?69h\033[1;4sabcd\0337\033[1;8s\0338X");
    assertEquals("abcdX", terminal.line(0).text());
    write("\033[?69l\033[2;1H" + "y".repeat(20) + "\0337\033[H\0338Z");
    assertEquals("y".repeat(19) + "Z", terminal.line(1).text());
  }

  @Test
  void titlesAreStackedUpAndTakenBack() {
    write("\033]2;first\007\033[22;2t\033]0;second\033\\");
    assertEquals("second", terminal.title());
    write("\033[23;2t");
    assertEquals("first", terminal.title());
    assertEquals("second", terminal.iconName());
  }

  @Test
  void aSynchronizedUpdateIsNotACompleteFrame() {
    write("shown");
    assertEquals(5, terminal.completeFrameOffset());
    write("\033[?2026hhalf");
    assertTrue(terminal.inSynchronizedUpdate());
    assertEquals(5, terminal.completeFrameOffset());
    write("\033[?2026l");
    assertFalse(terminal.inSynchronizedUpdate());
    assertEquals(terminal.offset(), terminal.completeFrameOffset());
    assertEquals(1, terminal.completedUpdates());
  }

  @Test
  void anUpdateThatNeverEndsIsNotBelieved() {
    write("\033[?2026h");
    terminal.feed(new byte[(2 << 20) + 1]);
    assertFalse(terminal.inSynchronizedUpdate());
  }

  @Test
  void imagesAreNotedWithTheirPlaceAndBytes() {
    write(
        "ab\r\n \033Pq#0;2;0;0;0~-\033\\\033_Gf=24,s=1,v=1;AAAA\033\\\033]1337;File=inline=1:AAAA\007");
    List<Image> images = terminal.images();
    assertEquals(3, images.size());
    assertEquals(new Image(Image.Protocol.SIXEL, 1, 1, 5, 22), images.get(0));
    assertEquals(Image.Protocol.KITTY, images.get(1).protocol());
    assertEquals(Image.Protocol.ITERM2, images.get(2).protocol());
    assertEquals("ab\n\n\n", terminal.text());
  }

  @Test
  void questionsAreCountedAndShowNothing() {
    write(
        "\033[c\033[>c\033[6n\033[?2026$p\033[>q\033]11;?\007\033[?u\033P+q544e\033\\\033_Gi=1,a=q;AA\033\\\033[16t");
    assertEquals(10, terminal.queries());
    assertEquals("\n\n\n", terminal.text());
  }

  @Test
  void paletteColorsAreOverriddenAndGivenBack() {
    write("\033]4;1;rgb:12/34/56;2;#abc\007\033]11;#0a0b0c\007");
    assertEquals(OptionalInt.of(0x123456), terminal.paletteColor(1));
    assertEquals(OptionalInt.of(0xAABBCC), terminal.paletteColor(2));
    assertEquals(OptionalInt.of(0x0A0B0C), terminal.defaultBackground());
    write("\033]104;1\007\033]111\007");
    assertEquals(OptionalInt.empty(), terminal.paletteColor(1));
    assertEquals(OptionalInt.empty(), terminal.defaultBackground());
  }

  @Test
  void keyboardFlagsAreKeptForEachScreen() {
    write("\033[>5u\033[?1049h");
    assertEquals(0, terminal.keyboardFlags());
    write("\033[=3u");
    assertEquals(3, terminal.keyboardFlags());
    write("\033[?1049l");
    assertEquals(5, terminal.keyboardFlags());
    write("\033[<u");
    assertEquals(0, terminal.keyboardFlags());
  }

  @Test
  void modesOfMouseAndPasteAreState() {
    write("\033[?1002;1006;2004h\033[?25l\033[5 q");
    assertTrue(
        terminal.isSet(Mode.MOUSE_DRAG)
            && terminal.isSet(Mode.MOUSE_SGR)
            && terminal.isSet(Mode.BRACKETED_PASTE));
    assertFalse(terminal.isCursorVisible());
    assertEquals(CursorShape.BAR, terminal.cursorShape());
  }

  @Test
  void promptsAreMarked() {
    write("\033]133;A\007$ \033]133;B\007ls\r\n\033]133;C\007file");
    assertEquals(SemanticMark.INPUT, terminal.line(0).mark());
    assertEquals(SemanticMark.OUTPUT, terminal.line(1).mark());
  }

  @Test
  void linesThatLeaveGoToTheSink() {
    List<String> left = new ArrayList<>();
    terminal.setLineSink((line, departure) -> left.add(departure + " " + line.text()));
    write("1\r\n2\r\n3\r\n4\r\n5\033[2;3r\033[2;1H\033[M\033[r\033[?1049hx\033[S");
    assertEquals(List.of("SCROLLED_OFF 1", "SCROLLED_AWAY 3", "SCROLLED_ALTERNATE x"), left);
  }

  @Test
  void wipingTheScrollbackBeginsAnEpoch() {
    write("1\r\n2\r\n3\r\n4\r\n5\r\n6");
    assertEquals(2, terminal.scrollbackSize());
    assertEquals("2", terminal.scrollbackLine(1).text());
    int epoch = terminal.scrollbackEpoch();
    write("\033[3J");
    assertEquals(0, terminal.scrollbackSize());
    assertEquals(epoch + 1, terminal.scrollbackEpoch());
    assertEquals(2, terminal.scrolledOff());
  }

  @Test
  void sizesAreBroughtIntoBounds() {
    var smallest = new Terminal(-5, 0);
    assertEquals(1, smallest.columns());
    assertEquals(1, smallest.rows());
    smallest.resize(Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertEquals(Terminal.MOST_COLUMNS, smallest.columns());
    assertEquals(Terminal.MOST_ROWS, smallest.rows());
  }

  private void write(String text) {
    terminal.feed(text.getBytes(UTF_8));
  }
}
