package dev.mantra.redactor;

import java.nio.charset.StandardCharsets;

/**
 * Covers secrets in the contents of files. What is found in one file is not looked for in others,
 * so equal contents stay equal, and a difference of two covered ones is what it was.
 */
public final class FileCover {

  private final PageDetector detector;

  public FileCover(PageDetector detector) {
    this.detector = detector;
  }

  /** The content with labels in place of secrets; the same bytes where there are none. */
  public byte[] cover(byte[] content) {
    // A character for each byte, so that the rest stays what it is in any encoding.
    var text = new String(content, StandardCharsets.ISO_8859_1);
    if (text.indexOf('\0') >= 0) {
      return content;
    }
    var out = new StringBuilder();
    int done = 0;
    for (var finding : detector.find(Page.of(text))) {
      for (var span : finding.spans()) {
        if (span.start() >= done && span.length() > 0) {
          out.append(text, done, span.start()).append("[REDACTED:" + finding.rule() + "]");
          done = span.end();
        }
      }
    }
    return done == 0
        ? content
        : out.append(text, done, text.length()).toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
