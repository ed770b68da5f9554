package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Bytes;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyNameTest {

  @ParameterizedTest
  @CsvSource({
    "C-x,  '\u0018'",
    "c-X,  '\u0018'",
    "^X,   '\u0018'",
    "^],   '\u001d'",
    "C-\\, '\u001c'",
    "C-?,  '\u007f'",
    "C-@,  '\u0000'",
    "F1,   '\u001bOP'",
    "f12,  '\u001b[24~'",
    "§,    §",
    "x,    x"
  })
  void knowsWhatATerminalSends(String name, String bytes) {
    assertEquals(Optional.of(Bytes.utf8(bytes)), KeyName.bytes(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "F0", "F13", "C-", "C-xx", "xy", "Ctrl-X"})
  void refusesWhatIsNoKey(String name) {
    assertEquals(Optional.empty(), KeyName.bytes(name));
  }
}
