package dev.mantra.cli;

import dev.mantra.formats.event.Bytes;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command to record, byte for byte. The JVM's own idea of its arguments has lost what is not
 * text in the present locale; the process's command line has not.
 */
final class RecCommandLine {

  private static final String SHELL = "/bin/sh";

  private RecCommandLine() {}

  /**
   * The words to run.
   *
   * @param raw the words this process was started with
   */
  static List<Bytes> of(RecOptions options, Map<String, String> environment, List<Bytes> raw) {
    if (options.commandLine().isPresent()) {
      var text = options.commandLine().get();
      return List.of(Bytes.utf8(SHELL), Bytes.utf8("-c"), exact(text, raw).orElse(encode(text)));
    }
    var words = options.command();
    if (words.isEmpty()) {
      var shell = environment.getOrDefault("SHELL", "");
      return List.of(Bytes.utf8(shell.isEmpty() ? SHELL : shell));
    }
    if (raw.size() >= words.size()) {
      var last = raw.subList(raw.size() - words.size(), raw.size());
      if (last.stream().map(RecCommandLine::decode).toList().equals(words)) {
        return last;
      }
    }
    return words.stream().map(RecCommandLine::encode).toList();
  }

  private static Optional<Bytes> exact(String text, List<Bytes> raw) {
    return raw.stream().filter(word -> decode(word).equals(text)).findFirst();
  }

  private static String decode(Bytes word) {
    return new String(word.toArray(), charset());
  }

  private static Bytes encode(String word) {
    return Bytes.wrap(word.getBytes(charset()));
  }

  /** What the JVM decodes arguments with. */
  private static Charset charset() {
    return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
  }
}
