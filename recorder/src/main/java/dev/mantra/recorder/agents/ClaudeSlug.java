package dev.mantra.recorder.agents;

/** What Claude Code calls the folder of a working folder's conversations. */
record ClaudeSlug(String folder) {

  private static final int LONGEST = 200;

  static ClaudeSlug of(String folder) {
    return new ClaudeSlug(folder);
  }

  /** As it was until 2.0: what is no letter and no digit becomes a hyphen. */
  String whole() {
    var slug = new StringBuilder(folder);
    for (int i = 0; i < slug.length(); i++) {
      if (!isPlain(slug.charAt(i))) {
        slug.setCharAt(i, '-');
      }
    }
    return slug.toString();
  }

  /** As it is since 2.1: a long one is cut and ends in a hash of the path. */
  String cut() {
    var whole = whole();
    if (whole.length() <= LONGEST) {
      return whole;
    }
    long hash = Math.abs((long) folder.hashCode());
    return whole.substring(0, LONGEST) + "-" + Long.toString(hash, Character.MAX_RADIX);
  }

  private static boolean isPlain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
