package dev.mantra.formats.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How all looks from outside that a session's text comes from, and what is covered of it. As long
 * as nobody records into it and it looks the same, it has the same text.
 */
public record SessionStamp(FileStamp journal, FileStamp annotations, FileStamp knownValues) {

  // Written out because every start compares many: see SessionId.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SessionStamp stamp
        && journal.equals(stamp.journal)
        && annotations.equals(stamp.annotations)
        && knownValues.equals(stamp.knownValues);
  }

  @Override
  public int hashCode() {
    return Objects.hash(journal, annotations, knownValues);
  }
}
