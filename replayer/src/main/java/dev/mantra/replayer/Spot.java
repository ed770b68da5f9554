package dev.mantra.replayer;

import dev.mantra.formats.journal.JournalPlace;

/**
 * Where an event stands in the journal.
 *
 * @param place from where one can read on
 * @param before how many events come there before it: a journal that was damaged does not let one
 *     go on from everywhere
 */
record Spot(JournalPlace place, int before) {}
