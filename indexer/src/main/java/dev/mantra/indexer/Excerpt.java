package dev.mantra.indexer;

import java.util.List;

/** Lines that follow each other, with at least one hit among them. */
public record Excerpt(List<Line> lines) {

  /** Why a line is part of it. */
  public enum Role {
    HIT,
    CONTEXT
  }

  /** A line of an excerpt. */
  public record Line(FoundLine line, Role role) {}

  public Excerpt {
    lines = List.copyOf(lines);
  }

  /** How much memory it takes, in characters. */
  int weight() {
    return lines.stream().mapToInt(line -> 64 + line.line().text().length()).sum();
  }
}
