package dev.mantra.recorder.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClaudeSlugTest {

  @Test
  void whatIsNoLetterAndNoDigitBecomesAHyphen() {
    var slug = ClaudeSlug.of("/home/p/my_app.v2/sub dir é");
    assertEquals("-home-p-my-app-v2-sub-dir--", slug.whole());
    assertEquals(slug.whole(), slug.cut());
  }

  @Test
  void aCharacterOutsideTheBasicPlaneIsTwoHyphens() {
    assertEquals("-a---b", ClaudeSlug.of("/a/🚢b").whole());
  }

  @Test
  void aLongOneIsCutAndEndsInAHashOfThePath() {
    var slug = ClaudeSlug.of("/" + "long folder/".repeat(30));
    assertEquals(361, slug.whole().length());
    assertTrue(slug.cut().startsWith(slug.whole().substring(0, 200) + "-"), slug.cut());
    assertEquals("at0vx1", slug.cut().substring(201));
  }
}
