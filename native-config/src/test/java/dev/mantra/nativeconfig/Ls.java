package dev.mantra.nativeconfig;

import java.io.IOException;
import java.util.regex.Pattern;

/** What {@code mantra ls --json} says. */
record Ls(Mantra mantra) {

  int count() throws IOException, InterruptedException {
    return occurrences("\"id\"");
  }

  int count(String state) throws IOException, InterruptedException {
    return occurrences("\"state\":\"" + state + "\"");
  }

  private int occurrences(String text) throws IOException, InterruptedException {
    var list = mantra.run("ls", "--json").out().replace(" ", "").replace("\n", "");
    return list.split(Pattern.quote(text), -1).length - 1;
  }
}
