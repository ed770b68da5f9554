package dev.mantra.redactor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Places of characters, side by side or not. */
final class PlacesTest {

  @Test
  void charactersOfOneOrMoreBytesAreFoundWhereTheyStand() {
    assertPlaces(List.of(5L, 6L, 7L, 20L, 21L, 3L, -1L, -1L, 4L));
    assertPlaces(List.of(0L, 3L, 6L, 9L, 10L, 11L, 14L));
    assertPlaces(List.of(-1L, -1L, 0L, 2L, 4L, 4L, 3L));
  }

  @Test
  void whatIsForgottenMovesTheOthersToTheBeginning() {
    var random = new Random(1);
    for (int round = 0; round < 300; round++) {
      List<Long> all = new ArrayList<>();
      var builder = new Places.Builder();
      for (int i = 0; i < 40; i++) {
        if (!all.isEmpty() && random.nextInt(10) == 0) {
          int from = random.nextInt(all.size());
          builder.keepFrom(from);
          all.subList(0, from).clear();
        }
        long next = next(all, random);
        builder.add(all.size(), next);
        all.add(next);
      }
      assertSame(all, builder.build());
    }
  }

  private static long next(List<Long> all, Random random) {
    long last = all.isEmpty() ? 0 : all.getLast();
    return switch (random.nextInt(5)) {
      case 0 -> -1;
      case 1 -> random.nextInt(100);
      case 2 -> last + 3;
      default -> last + 1;
    };
  }

  private static void assertPlaces(List<Long> all) {
    var builder = new Places.Builder();
    for (int i = 0; i < all.size(); i++) {
      builder.add(i, all.get(i));
    }
    assertSame(all, builder.build());
  }

  private static void assertSame(List<Long> all, Places places) {
    for (int i = 0; i < all.size(); i++) {
      assertEquals(all.get(i), places.at(i), "place " + i + " of " + all);
    }
  }
}
