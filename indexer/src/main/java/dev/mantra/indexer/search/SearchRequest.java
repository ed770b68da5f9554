package dev.mantra.indexer.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;

/**
 * What is asked.
 *
 * @param text a query, or a question
 * @param now what times like yesterday are meant from
 * @param sessions so many are told
 * @param hits so many of each are told
 * @param enough whether it takes too long: what was found by then is told
 */
public record SearchRequest(
    String text, Instant now, ZoneId zone, int sessions, int hits, BooleanSupplier enough) {}
