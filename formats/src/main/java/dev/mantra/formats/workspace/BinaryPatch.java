package dev.mantra.formats.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.util.io.BinaryHunkOutputStream;

/** What {@code git diff --binary} writes of files that are no text: both of them, whole. */
final class BinaryPatch {

  private BinaryPatch() {}

  static void write(StringBuilder out, byte[] before, byte[] after) {
    out.append("GIT binary patch\n");
    literal(out, after);
    literal(out, before);
  }

  private static void literal(StringBuilder out, byte[] body) {
    out.append("literal ").append(body.length).append('\n');
    var lines = new ByteArrayOutputStream();
    try (var packed = new DeflaterOutputStream(new BinaryHunkOutputStream(lines))) {
      packed.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes everything", e);
    }
    out.append(lines.toString(StandardCharsets.US_ASCII)).append('\n');
  }
}
