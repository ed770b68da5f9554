package dev.mantra.formats.journal;

/**
 * How all looks from outside that a session's text comes from, and what is covered of it. As long
 * as nobody records into it and it looks the same, it has the same text.
 */
public record SessionStamp(FileStamp journal, FileStamp annotations, FileStamp knownValues) {}
