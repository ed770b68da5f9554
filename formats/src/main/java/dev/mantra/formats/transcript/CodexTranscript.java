package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;

/**
 * Understands the rollouts of Codex; seen: 0.29.0, 0.113.0, 0.169.0.
 *
 * <p>Up to 0.29 a line is what the model saw, without a time. Since then it is an envelope:
 *
 * <pre>
 *  {"timestamp":…, "ordinal":17, "type":"response_item", "payload":{"type":"message", …}}
 *
 *  session_meta    whose rollout it is            response_item   what the model sees
 *  turn_context    model and folder of a turn     event_msg       what the person sees
 *  compacted       the history was summed up      others          costs, states
 * </pre>
 *
 * <p><b>Files and conversations.</b> A rollout is a file, and a parser reads one. A conversation
 * may lie in several: a step back in 0.169 begins a further file of the same thread, a segment, and
 * each sub-agent has a thread of its own. All of them are read with the same {@link CodexThreads},
 * in the order of their names; then their entries together are the one conversation. A segment
 * begins with {@link Block.Rewound}. A sub-agent's entries belong to the conversation of the thread
 * that a person talks in.
 *
 * <p>A fork is a conversation of its own. What it goes on from is not told again, whether the file
 * has copies of it or not: {@link Block.Began} names the other thread.
 */
public final class CodexTranscript implements TranscriptParser {

  private final TranscriptContext context;
  private final CodexThreads threads;
  private final TranscriptSink sink;
  private final Seen told = new Seen();
  private CodexRollout rollout;
  private long last = -1;

  /**
   * Reads a rollout.
   *
   * @param threads what other files of the conversation have said
   */
  public CodexTranscript(TranscriptContext context, CodexThreads threads, TranscriptSink sink) {
    this.context = context;
    this.threads = threads;
    this.sink = sink;
    this.rollout = begin();
  }

  @Override
  public void accept(TranscriptRecord record) {
    if (record.offset() <= last) {
      rollout = begin();
    }
    last = record.offset();
    rollout.accept(record);
  }

  @Override
  public void finish() {
    rollout.finish();
  }

  private CodexRollout begin() {
    return new CodexRollout(context, threads, new CodexTeller(sink, threads, told, context));
  }
}
