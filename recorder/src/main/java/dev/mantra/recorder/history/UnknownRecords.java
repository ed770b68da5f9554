package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;

/** Records of a kind that is not known: they are in the copies, and no entry was made of them. */
public record UnknownRecords(Agent agent, String kind, long count, Place example) {}
