package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class HashedValuesTest {
  private static final byte[] SALT = {7, 7, 7, 7, 7, 7, 7, 7};
  private final String value = new Invented(9).password() + "&x";

  @Test
  void aHashIsReadAsItWasWritten() {
    for (var hashed : HashedValues.of("environment", List.of(value), SALT)) {
      assertEquals(Optional.of(hashed), HashedValue.parse(hashed.toString()));
      assertFalse(hashed.toString().contains(value));
    }
    assertTrue(HashedValue.parse("environment:12").isEmpty());
    assertTrue(HashedValue.parse("").isEmpty());
  }

  @Test
  void whatIsNoSecretByItselfIsNotHashed() {
    assertEquals(
        List.of(), HashedValues.of("hidden", List.of("production", "short", "${TOKEN}", ""), SALT));
  }

  @Property(tries = 200)
  void aValueIsFoundWhereverItStands(
      @ForAll @StringLength(max = 40) String before, @ForAll @StringLength(max = 40) String after) {
    var search = new HashedValues(HashedValues.of("hidden", List.of(value), SALT));
    var found = new ArrayList<String>();
    var text = before + value + after;
    search.find(text, (_, start, end, _, _) -> found.add(text.substring(start, end)));
    assertEquals(List.of(value), found);
  }
}
