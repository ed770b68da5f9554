package dev.mantra.recorder.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import dev.mantra.recorder.Notices;
import dev.mantra.recorder.SessionClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that look like agents run, and files grow as theirs do. */
class AgentSourceTest {

  private static final String OTHER = "22222222-2222-4222-8222-222222222222";
  private static final String CODEX_ONE = "01a1fc42-0000-7212-a625-111111111111";
  private static final String CODEX_TWO = "01a1fc43-0000-7212-a625-222222222222";

  /** No process has this number, so nothing but the environment tells what belongs to a session. */
  private static final long NOBODY = 1L << 40;

  @TempDir Path temp;
  private Path folder;
  private SessionId id;
  private Session session;
  private SessionClock clock;
  private final Notices notices = new Notices();
  private AgentSource source;
  private Recorded recorded;
  private final List<StartedProcess> processes = new ArrayList<>();
  private final Map<String, Long> written = new HashMap<>();

  @BeforeEach
  void begin() throws IOException {
    folder = Files.createDirectory(temp.resolve("harbor_log.v2"));
    id = SessionId.of(Instant.now(), "bash", 7);
    session = new Store(temp.resolve("store")).create(id);
    clock = SessionClock.start();
    source =
        new AgentSource(
            id,
            clock,
            InputCapture.RECORDED,
            () -> Optional.of(session),
            () -> {},
            notices,
            NOBODY);
    recorded = new Recorded(clock, List.of(source.witness()));
    source.start(recorded.recording());
  }

  @AfterEach
  void end() {
    processes.forEach(StartedProcess::close);
    finish();
  }

  @Test
  void eachMessageIsJournaledAMomentAfterItCanBeRead() throws IOException {
    var agent = agent("claude");
    register(agent, Said.CONVERSATION);
    pause(1500);
    for (int i = 0; i < 20; i++) {
      var text = "message " + i;
      write(claude(Said.CONVERSATION), text, Said.prompt("u" + i, now(), text));
      pause(120);
    }
    await(() -> recorded.said().size() == 20);
    var delays = new ArrayList<Long>();
    for (var message : recorded.messages()) {
      var since = written.get(message.entry().text());
      if (since != null) {
        delays.add((message.at() - since) / 1_000_000);
      }
    }
    delays.sort(null);
    assertEquals(20, delays.size());
    assertTrue(delays.get(10) <= 250, delays.toString());
  }

  @Test
  void oneConversationAfterTheOtherIsFollowed() throws IOException {
    var agent = agent("claude");
    register(agent, Said.CONVERSATION);
    write(claude(Said.CONVERSATION), "one", Said.prompt("a", now(), "one"));
    await(() -> recorded.said().equals(List.of("one")));
    register(agent, OTHER);
    write(claude(OTHER), "two", Said.prompt("b", now(), "two").replace(Said.CONVERSATION, OTHER));
    await(() -> recorded.said().equals(List.of("one", "two")));
    assertEquals(
        List.of(Said.CONVERSATION, OTHER),
        recorded.entries().stream().map(entry -> entry.conversation()).distinct().toList());
  }

  @Test
  void anAgentThatIsStartedLaterInAShellIsNoticed() throws IOException {
    var shell =
        StartedProcess.doing(
            "read -r; (exec -a claude bash -c 'read -r'); :", folder, environment(id.value()));
    processes.add(shell);
    pause(700);
    shell.type("");
    pause(300);
    var file = claude(Said.CONVERSATION);
    write(file, "one", Said.prompt("a", now(), "one"));
    await(() -> recorded.said().equals(List.of("one")));
  }

  @Test
  void aSubAgentsFileIsFollowedToo() throws IOException {
    var agent = agent("claude");
    register(agent, Said.CONVERSATION);
    write(claude(Said.CONVERSATION), "one", Said.prompt("a", now(), "one"));
    var sub = claude(Said.CONVERSATION + "/subagents/agent-a0123456789abcdef");
    Files.createDirectories(sub.getParent());
    Files.writeString(
        sub.resolveSibling("agent-a0123456789abcdef.meta.json"), "{\"toolUseId\":\"t1\"}");
    write(
        sub,
        "look",
        Said.prompt("s", now(), "look")
            .replace(
                "\"isSidechain\":false", "\"isSidechain\":true,\"agentId\":\"a0123456789abcdef\""));
    await(() -> recorded.entries().stream().anyMatch(entry -> entry.subAgent().isPresent()));
    assertEquals(List.of("one"), recorded.said());
  }

  @Test
  void whatIsWrittenJustBeforeTheEndIsStillTaken() throws IOException {
    var agent = agent("claude");
    register(agent, Said.CONVERSATION);
    write(claude(Said.CONVERSATION), "one", Said.prompt("a", now(), "one"));
    await(() -> recorded.said().size() == 1);
    agent.close();
    write(claude(Said.CONVERSATION), "last", Said.reply("b", "a", now(), "last"));
    finish();
    assertEquals(List.of("one", "last"), recorded.said());
    assertEquals(Optional.empty(), notices.line());
  }

  @Test
  void theNeighboursRegisteredConversationIsLeftAlone() throws IOException {
    var own = agent("claude");
    var neighbour = neighbour("claude");
    register(own, Said.CONVERSATION);
    register(neighbour, OTHER);
    type("the same words\r");
    write(
        claude(OTHER),
        "the same words",
        Said.prompt("x", now(), "the same words").replace(Said.CONVERSATION, OTHER));
    write(claude(Said.CONVERSATION), "the same words", Said.prompt("a", now(), "the same words"));
    await(() -> recorded.said().size() == 1);
    settle();
    assertEquals(List.of(Said.CONVERSATION), conversations());
  }

  @Test
  void ofTwoConversationsInOneFolderTheTypedPromptTellsWhichIsOurs() throws IOException {
    agent("claude");
    neighbour("claude");
    pause(600);
    write(
        claude(OTHER),
        "theirs",
        Said.prompt("x", now(), "what they would like to know").replace(Said.CONVERSATION, OTHER));
    type("what we would like to know\r");
    write(claude(Said.CONVERSATION), "ours", Said.prompt("a", now(), "what we would like to know"));
    await(() -> recorded.said().size() == 1);
    write(
        claude(OTHER),
        "answer",
        Said.reply("y", "x", now(), "their answer").replace(Said.CONVERSATION, OTHER));
    settle();
    assertEquals(List.of("what we would like to know"), recorded.said());
  }

  @Test
  void ofTwoThreadsOfCodexTheTypedPromptTellsWhichIsOurs() throws IOException {
    agent("codex");
    neighbour("codex");
    pause(600);
    codex(CODEX_TWO, "what they would like to know");
    type("what we would like to know\r");
    codex(CODEX_ONE, "what we would like to know");
    await(() -> recorded.said().size() == 1);
    settle();
    assertEquals(List.of(CODEX_ONE), conversations());
  }

  @Test
  void aNeighbourThatIsAsNewAsItsTranscriptIsNoticed() throws IOException {
    agent("codex");
    pause(600);
    neighbour("codex");
    codex(CODEX_TWO, "what they would like to know");
    settle();
    assertEquals(List.of(), recorded.said());
  }

  @Test
  void ofTwoChatsOfGeminiTheTypedPromptTellsWhichIsOurs() throws IOException {
    agent("gemini");
    neighbour("gemini");
    pause(600);
    var project = Files.createDirectories(temp.resolve(".gemini/tmp/harbor-log/chats"));
    Files.writeString(project.resolveSibling(".project_root"), folder.toString());
    gemini(project, OTHER, "what they would like to know");
    type("what we would like to know\r");
    gemini(project, Said.CONVERSATION, "what we would like to know");
    await(() -> recorded.said().size() == 1);
    settle();
    assertEquals(List.of(Said.CONVERSATION), conversations());
  }

  @Test
  void withoutANeighbourAPromptNeedNotHaveBeenTyped() throws IOException {
    agent("codex", "exec", "count the buoys");
    pause(600);
    codex(CODEX_ONE, "count the buoys");
    await(() -> recorded.said().equals(List.of("count the buoys")));
  }

  @Test
  void whereNoAgentRunsNothingIsDone() {
    pause(400);
    long begin = System.nanoTime();
    source.finish();
    assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 1000);
    assertEquals(List.of(), recorded.entries());
    assertTrue(Files.notExists(session.transcripts()));
  }

  private StartedProcess agent(String... words) {
    return start(environment(id.value()), words);
  }

  /** It has become what it is called by the time this returns. */
  private StartedProcess neighbour(String... words) {
    var neighbour = start(environment("20261121T024836Z-bash-000000"), words);
    var table = new ProcessTable(Path.of("/proc"));
    await(() -> table.words(neighbour.pid()).stream().findFirst().equals(Optional.of(words[0])));
    return neighbour;
  }

  private StartedProcess start(Map<String, String> environment, String... words) {
    var process = StartedProcess.called(List.of(words), folder, environment);
    processes.add(process);
    return process;
  }

  private Map<String, String> environment(String session) {
    return Map.of("HOME", temp.toString(), "MANTRA_SESSION", session);
  }

  private void register(StartedProcess process, String conversation) throws IOException {
    var sessions = Files.createDirectories(temp.resolve(".claude/sessions"));
    var ticks = new ProcessTable(Path.of("/proc")).stamp(process.pid()).orElseThrow().started();
    Files.writeString(
        sessions.resolve(process.pid() + ".json"),
        "{\"sessionId\":\"%s\",\"cwd\":\"%s\",\"procStart\":\"%d\"}"
            .formatted(conversation, folder, ticks));
  }

  private Path claude(String conversation) {
    var slug = folder.toString().replaceAll("[^A-Za-z0-9]", "-");
    return temp.resolve(".claude/projects/" + slug + "/" + conversation + ".jsonl");
  }

  private void codex(String thread, String prompt) throws IOException {
    var day =
        LocalDate.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyy/MM/dd"));
    var time = now();
    write(
        temp.resolve(
            ".codex/sessions/" + day + "/rollout-2026-11-21T04-00-00-" + thread + ".jsonl"),
        prompt,
        """
        {"timestamp":"%1$s","type":"session_meta","payload":{"id":"%2$s","timestamp":"%1$s","cwd":"%3$s","originator":"codex_cli_rs","cli_version":"0.113.0"}}
        {"timestamp":"%1$s","type":"response_item","payload":{"type":"message","role":"user","content":[{"type":"input_text","text":"%4$s"}]}}
        {"timestamp":"%1$s","type":"event_msg","payload":{"type":"user_message","message":"%4$s"}}"""
            .formatted(time, thread, folder, prompt));
  }

  private void gemini(Path chats, String conversation, String prompt) throws IOException {
    var time = now();
    write(
        chats.resolve("session-2026-11-21T03-55-" + conversation.substring(0, 8) + ".jsonl"),
        prompt,
        "{\"sessionId\":\"%s\",\"projectHash\":\"0\",\"startTime\":\"%s\",\"lastUpdated\":\"%s\",\"kind\":\"main\"}\n"
                .formatted(conversation, time, time)
            + Said.gemini("m-" + conversation, "user", time, prompt));
  }

  private void write(Path file, String text, String lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    written.put(text, clock.now());
  }

  private void type(String keys) {
    recorded.recording().input(clock.now(), Bytes.utf8(keys));
  }

  private List<String> conversations() {
    return recorded.entries().stream().map(entry -> entry.conversation()).distinct().toList();
  }

  private void finish() {
    source.finish();
    recorded.recording().finish(EndReason.EXITED, OptionalInt.of(0));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Whatever would be taken by mistake has been taken by then. */
  private static void settle() {
    pause(1500);
  }

  private static void await(BooleanSupplier condition) {
    long begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - begin < 30_000_000_000L, "in vain");
      pause(20);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
