package dev.mantra.recorder.history;

import java.util.List;

/**
 * What an import met on its way.
 *
 * @param skipped files and folders that could not be read
 * @param unknown records of kinds that are not known
 * @param troubles the first records that could not be read
 * @param troubleCount how many there were in all
 */
public record HistoryReport(
    List<Skipped> skipped,
    List<UnknownRecords> unknown,
    List<Trouble> troubles,
    long troubleCount) {

  public HistoryReport {
    skipped = List.copyOf(skipped);
    unknown = List.copyOf(unknown);
    troubles = List.copyOf(troubles);
  }
}
