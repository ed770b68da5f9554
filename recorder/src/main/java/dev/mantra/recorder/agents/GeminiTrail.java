package dev.mantra.recorder.agents;

import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.transcript.GeminiChatName;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.formats.workspace.ContentHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gemini CLI; seen in 0.8.2, 0.26.0 and 0.61.0.
 *
 * <pre>
 *  tmp/SLUG/.project_root                                       the working folder that it is for
 *  tmp/SHA256/…                                                 the same, until about 0.26
 *  tmp/SLUG/chats/session-2026-11-21T03-55-156d384b.jsonl       a conversation
 *  tmp/SLUG/chats/SESSION/SUBAGENT.jsonl                        a sub-agent's
 * </pre>
 */
final class GeminiTrail implements Trail {

  private static final String CHATS = "chats";

  private final AgentProcess process;
  private final Path projects;

  /** As it is called where names are hashes. */
  private final Path hashed;

  private Optional<Path> named = Optional.empty();

  GeminiTrail(AgentProcess process) {
    this.process = process;
    this.projects = process.home().resolve("tmp");
    this.hashed = projects.resolve(sha256(process.folder())).resolve(CHATS);
  }

  @Override
  public Set<Path> folders() {
    var folders = new LinkedHashSet<Path>();
    named().ifPresentOrElse(folders::add, () -> folders.addAll(List.of(projects, hashed)));
    for (var chats : chats()) {
      folders.addAll(Traces.in(chats, "????????-????-????-????-????????????"));
    }
    return folders;
  }

  @Override
  public List<Sighting> look() {
    var seen = new ArrayList<Sighting>();
    var given = process.option("--session-id");
    for (var chats : chats()) {
      for (var file : Traces.in(chats, "session-*.{json,jsonl}")) {
        if (Traces.isWritten(file, process.started())) {
          seen.add(
              session(file).filter(id -> given.orElse("").startsWith(id)).isPresent()
                  ? Sighting.certain(file)
                  : Sighting.likely(file));
        }
      }
    }
    return seen;
  }

  @Override
  public List<Path> companions(Path transcript) {
    return session(transcript)
        .map(id -> Traces.in(transcript.resolveSibling(id), "*.jsonl"))
        .orElse(List.of());
  }

  @Override
  public Optional<TranscriptContext> context(Path transcript) {
    var own = session(transcript);
    var folder = Traces.stem(transcript.resolveSibling(""));
    return folder.equals(CHATS)
        ? own.map(id -> TranscriptContext.of(transcript.toString(), id))
        : own.map(
            id ->
                new TranscriptContext(
                    transcript.toString(), folder, Optional.of(new SubAgent(id, ""))));
  }

  private List<Path> chats() {
    var folders = new ArrayList<Path>();
    named().ifPresent(folders::add);
    folders.add(hashed);
    return folders;
  }

  /** The project's folder, once Gemini has made it. */
  private Optional<Path> named() {
    if (named.isEmpty()) {
      named =
          Traces.in(projects, "*").stream()
              .filter(this::isOfOurFolder)
              .map(project -> project.resolve(CHATS))
              .findFirst();
    }
    return named;
  }

  private boolean isOfOurFolder(Path project) {
    try {
      var root = project.resolve(".project_root");
      return Files.isRegularFile(root) && Files.readString(root).strip().equals(process.folder());
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<String> session(Path file) {
    return Traces.head(file)
        .flatMap(head -> head.text("sessionId"))
        .or(() -> GeminiChatName.session(String.valueOf(file.getFileName())));
  }

  private static String sha256(String text) {
    return ContentHash.hex(ContentHash.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
