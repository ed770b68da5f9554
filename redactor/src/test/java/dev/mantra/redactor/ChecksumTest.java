package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ChecksumTest {

  @Test
  void cardsAndAccountsAreKnownByTheirLastDigits() {
    assertTrue(Checksum.LUHN.holds("4111 1111 1111 1111"));
    assertFalse(Checksum.LUHN.holds("4111 1111 1111 1112"));
    assertTrue(Checksum.IBAN.holds("GB82 WEST 1234 5698 7654 32"));
    assertFalse(Checksum.IBAN.holds("GB82 WEST 1234 5698 7654 33"));
  }

  @Test
  void keysOfWalletsAreKnownByTheirSum() {
    // the example of BIP 173 for a bech32 string without data
    assertTrue(Checksum.BECH32.holds("a12uel5l"));
    assertFalse(Checksum.BECH32.holds("a12uel5m"));
    // an address, which has the same sum as a key
    assertTrue(Checksum.BASE58CHECK.holds("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"));
    assertFalse(Checksum.BASE58CHECK.holds("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3"));
  }

  @Test
  void nothingAtAllHasNoSum() {
    for (var checksum : Checksum.values()) {
      assertFalse(checksum.holds(""), checksum.name());
      assertFalse(checksum.holds("1"), checksum.name());
    }
  }
}
