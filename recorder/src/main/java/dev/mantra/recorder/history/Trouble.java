package dev.mantra.recorder.history;

/** A record that could not be read; the others of its file could. */
public record Trouble(Place place, String reason) {}
