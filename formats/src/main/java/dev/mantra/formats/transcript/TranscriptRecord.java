package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;

/**
 * One record of a transcript: a line, or one message of a document.
 *
 * @param json the record, whose overlong strings have been shortened
 * @param offset where it begins in the file, in bytes
 * @param length how many bytes it takes there
 * @param omitted how many bytes of its strings were left out of {@code json}
 */
public record TranscriptRecord(Bytes json, long offset, long length, long omitted) {}
