package dev.mantra.cli;

import dev.mantra.formats.journal.SessionState;
import dev.mantra.recorder.IoProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What {@code doctor} looks at in the store. */
final class StoreCheckup {

  /** Recording stops when less is free. */
  private static final long LITTLE_SPACE = 500_000_000L;

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private static final String DELETING = ".deleting-*";

  private final Call call;
  private final List<Finding> findings = new ArrayList<>();

  StoreCheckup(Call call) {
    this.call = call;
  }

  List<Finding> findings() {
    var folder = call.settings().sessions();
    if (folder.isEmpty()) {
      return List.of(
          Finding.bad(
              "it is not known where sessions go: HOME is not set", "set HOME or MANTRA_HOME"));
    }
    try {
      look(folder.get());
    } catch (IOException e) {
      findings.add(Finding.bad("cannot look at the store: " + IoProblem.describe(e), ""));
    }
    return List.copyOf(findings);
  }

  private void look(Path store) throws IOException {
    if (!Files.exists(store)) {
      var parent = nearest(store);
      findings.add(
          Files.isDirectory(parent) && Files.isWritable(parent)
              ? Finding.good("store " + store + ", to be made by the first session")
              : Finding.bad(
                  "the store "
                      + store
                      + " cannot be made: "
                      + parent
                      + " is no folder that can be written",
                  "make it writable, or set store.data to another folder"));
      return;
    }
    if (!Files.isDirectory(store) || !Files.isWritable(store)) {
      findings.add(
          Finding.bad(
              "the store " + store + " cannot be written",
              "sessions will not be recorded until it can"));
    } else {
      findings.add(Finding.good("store " + store));
    }
    permissions(store);
    space(store);
    sessions();
    contents();
    deletions(store);
  }

  private void permissions(Path store) throws IOException {
    var permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(Files.getPosixFilePermissions(store));
    permissions.retainAll(OTHERS);
    if (!permissions.isEmpty()) {
      findings.add(Finding.bad("others can look into the store " + store, "chmod 700 " + store));
    }
  }

  private void space(Path store) throws IOException {
    long free = Files.getFileStore(store).getUsableSpace();
    var text = SessionText.size(free) + " free for sessions";
    findings.add(
        free < LITTLE_SPACE
            ? Finding.bad("only " + text, "delete some with 'mantra rm', or make room elsewhere")
            : Finding.good(text));
  }

  private void sessions() throws IOException {
    var all = SessionEntry.all(call.store().sessions(), Coverage.forced(call));
    long bytes = all.stream().flatMap(e -> e.summary().stream()).mapToLong(s -> s.bytes()).sum();
    findings.add(
        Finding.good(
            "sessions: " + all.size() + ", " + SessionText.size(bytes) + " in their journals"));
    long interrupted =
        all.stream()
            .filter(
                entry ->
                    entry.summary().filter(s -> s.state() == SessionState.INTERRUPTED).isPresent())
            .count();
    if (interrupted > 0) {
      findings.add(
          Finding.note(
              "interrupted sessions: " + interrupted + "; what had been written is there",
              "'mantra ls' shows them, 'mantra fsck --all' checks them"));
    }
    unscanned(all);
    for (var entry : all) {
      if (entry.summary().isEmpty()) {
        findings.add(
            Finding.bad(
                "session " + entry.session().id() + " cannot be read: " + entry.problem(),
                "'mantra fsck " + entry.session().id() + "' tells more, 'mantra rm' deletes it"));
      }
    }
  }

  /** What is not known to be covered as the present rules have it. */
  private void unscanned(List<SessionEntry> all) throws IOException {
    var redactions = SessionSecrets.of(call);
    int unscanned = 0;
    for (var entry : all) {
      unscanned +=
          entry.summary().isPresent() && redactions.kept(entry.session()).isEmpty() ? 1 : 0;
    }
    if (unscanned > 0) {
      findings.add(
          Finding.note(
              "sessions not scanned for secrets with the present rules: " + unscanned,
              "'mantra scan --all' does it; else whatever shows one first takes longer"));
    }
  }

  private void contents() throws IOException {
    var contents = call.settings().contents();
    if (contents.isEmpty()) {
      return;
    }
    var usage = contents.get().usage();
    long quota = call.settings().quota();
    var text =
        "contents of files: "
            + usage.bodies()
            + ", "
            + SessionText.size(usage.bytes())
            + " of "
            + SessionText.size(quota);
    findings.add(
        usage.bytes() >= quota
            ? Finding.bad(text, "delete sessions with 'mantra rm', or set store.quota higher")
            : Finding.good(text));
  }

  private void deletions(Path store) throws IOException {
    try (var left = Files.newDirectoryStream(store, DELETING)) {
      for (var folder : left) {
        findings.add(
            Finding.note(folder + " is left of a deletion that was cut short", "rm -r " + folder));
      }
    }
  }

  private static Path nearest(Path folder) {
    Path nearest = folder;
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }
}
