package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GramPlacesTest {

  private static final int MOST = 64;

  private static final int BEHIND = 5;

  @Property(tries = 200)
  void eachGramHasThePlacesItWasGivenInTheirOrder(
      @ForAll @Size(max = 3000) List<@IntRange(min = 0, max = 900) Integer> grams) {
    var places = new GramPlaces();
    Map<Long, List<Integer>> expected = new HashMap<>();
    for (int i = 0; i < grams.size(); i++) {
      // Zero is a gram like others, and many have the same lower bits.
      long gram = (long) grams.get(i) << 40;
      places.add(gram, i, i + BEHIND);
      expected.computeIfAbsent(gram, _ -> new ArrayList<>()).add(i);
    }
    assertEquals(expected.size(), places.size());
    expected.forEach((gram, numbers) -> assertEquals(first(numbers), numbers(places, gram)));
    assertFalse(places.contains(901L << 40));
    assertEquals(List.of(), numbers(places, 901L << 40));
  }

  @Test
  void aGramOfManyPlacesKeepsTheFirst() {
    var places = new GramPlaces();
    for (int i = 0; i < 1000; i++) {
      places.add(7, i, i + BEHIND);
    }
    assertEquals(MOST, numbers(places, 7).size());
    assertEquals(MOST - 1, numbers(places, 7).getLast());
  }

  private static List<Integer> first(List<Integer> numbers) {
    return numbers.subList(0, Math.min(MOST, numbers.size()));
  }

  private static List<Integer> numbers(GramPlaces places, long gram) {
    List<Integer> numbers = new ArrayList<>();
    for (int place = places.first(gram); place != GramPlaces.NONE; place = places.next(place)) {
      assertEquals(places.number(place) + BEHIND, places.index(place));
      numbers.add(places.number(place));
    }
    return numbers;
  }
}
