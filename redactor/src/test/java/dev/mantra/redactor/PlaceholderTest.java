package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceholderTest {

  @Test
  void aWordThatOnlyExamplesHaveTellsOneAtItsBeginning() {
    assertTrue(Placeholder.isOne("your-key-goes-here"));
    assertTrue(Placeholder.isOne("example" + random(1000)));
    assertTrue(Placeholder.isOne("<" + random(1000) + ">"));
  }

  @Test
  void aLongRandomValueThatHasSuchAWordByChanceIsASecret() {
    assertFalse(Placeholder.isOne(random(1000) + "xxxx" + random(1000)));
    assertFalse(Placeholder.isOne(random(1000) + "todo"));
  }

  private static String random(int length) {
    var random = new Random(length);
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("BCDFGHJKLMNPQRSVWZ23456789".charAt(random.nextInt(26)));
    }
    return text.toString();
  }
}
