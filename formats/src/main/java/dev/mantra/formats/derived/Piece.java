package dev.mantra.formats.derived;

/**
 * A part of a derived file.
 *
 * @param at where it begins
 * @param length in bytes
 * @param checksum its CRC32C
 */
public record Piece(long at, int length, int checksum) {}
