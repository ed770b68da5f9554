package dev.mantra.redactor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a finding would give away. */
public enum Group {
  /** Something that opens a door. */
  CREDENTIAL,
  /** Numbers of a person: cards, accounts, social security. */
  PERSONAL,
  /** How a person or a machine is reached: addresses, telephone numbers, names of hosts. */
  CONTACT;

  public static Optional<Group> named(String name) {
    return Arrays.stream(values()).filter(one -> one.label().equals(name)).findFirst();
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
