package dev.mantra.recorder.history;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * By what a file that has changed is told from one that has not.
 *
 * @param modified nanoseconds since 1970
 * @param file which file of the disk it is, as far as a hash of that tells
 */
record Stamp(long size, long modified, int file) {

  static Stamp of(BasicFileAttributes attributes) {
    return new Stamp(
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        Objects.hashCode(attributes.fileKey()));
  }
}
