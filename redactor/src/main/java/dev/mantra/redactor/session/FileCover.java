package dev.mantra.redactor.session;

import dev.mantra.formats.event.Bytes;
import dev.mantra.redactor.Page;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Covers secrets in the contents and names of a session's files: what rules find in one of them,
 * and what is secret anywhere else in the session. Equal contents stay equal, so a difference of
 * two covered ones is what it was.
 */
public final class FileCover {

  /** What stands in place of the characters {@code [start, end)}. */
  private record Patch(int start, int end, String label) {}

  private final Finder rules;
  private final Finder known;

  FileCover(Finder rules, Finder known) {
    this.rules = rules;
    this.known = known;
  }

  /** The name of a file, or a path, as it may be shown. */
  public Bytes name(Bytes path) {
    var covered = cover(path.toArray());
    return Bytes.wrap(covered).equals(path) ? path : Bytes.wrap(covered);
  }

  /** The content with labels in place of secrets; the same bytes where there are none. */
  public byte[] cover(byte[] content) {
    var charset = charset(content);
    var text = new String(content, charset);
    var page = Page.of(text);
    List<Patch> found = new ArrayList<>();
    known.find(page).forEach(one -> add(one, found));
    rules.find(page).forEach(one -> add(one, found));
    if (found.isEmpty()) {
      return content;
    }
    found.sort(Comparator.comparingInt(Patch::start));
    boolean isText = text.indexOf('\0') < 0;
    var out = new StringBuilder();
    int done = 0;
    for (var patch : found) {
      if (patch.end() > done) {
        int from = Math.max(done, patch.start());
        out.append(text, done, from);
        if (!isText) {
          out.repeat('*', patch.end() - from); // what programs read by its places stays readable
        } else if (patch.start() >= done) {
          out.append(patch.label());
        }
        done = patch.end();
      }
    }
    return out.append(text, done, text.length()).toString().getBytes(charset);
  }

  private static void add(Found found, List<Patch> all) {
    for (var span : found.spans()) {
      if (span.length() > 0) {
        all.add(new Patch(span.start(), span.end(), "[REDACTED:" + found.kind() + "]"));
      }
    }
  }

  /** UTF-8 where it is that, else one character for each byte: the rest stays what it is. */
  private static Charset charset(byte[] content) {
    try {
      CharBuffer _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }
}
