package dev.mantra.recorder.history;

import java.nio.file.Path;

/** A file or folder that could not be read, and why. */
public record Skipped(Path path, String reason) {}
