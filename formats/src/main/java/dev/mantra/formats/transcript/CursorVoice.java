package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.SubAgent;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the entries of one conversation of Cursor. A record is a row of a database or a value in
 * it; rows have no place in a file, so they are numbered.
 */
final class CursorVoice {

  private final TranscriptSink sink;
  private final String conversation;
  private final Optional<SubAgent> subAgent;
  private final AtomicLong rows;

  CursorVoice(TranscriptSink sink, String conversation, Optional<SubAgent> subAgent) {
    this(sink, conversation, subAgent, new AtomicLong());
  }

  private CursorVoice(
      TranscriptSink sink, String conversation, Optional<SubAgent> subAgent, AtomicLong rows) {
    this.sink = sink;
    this.conversation = conversation;
    this.subAgent = subAgent;
    this.rows = rows;
  }

  /** The same conversation, as one of its sub-agents tells it. */
  CursorVoice of(SubAgent agent) {
    return new CursorVoice(sink, conversation, Optional.of(agent), rows);
  }

  TranscriptRecord row(Bytes json) {
    return new TranscriptRecord(json, rows.getAndIncrement(), json.length(), 0);
  }

  EntryBuilder entry(String id, Kind kind) {
    return new EntryBuilder(Agent.CURSOR, conversation, id, kind).subAgent(subAgent);
  }

  void tell(Entry entry, TranscriptRecord record) {
    sink.entry(entry, record);
  }

  /** What the list of conversations says of it, before anything that was said in it. */
  void begin(CursorConversation listed, TranscriptRecord record) {
    var began =
        new Block.Began(listed.database().toString(), listed.folder(), "", Optional.empty());
    tell(entry("began", Kind.SYSTEM).time(listed.created()).add(began).build(), record);
    if (!listed.title().isEmpty()) {
      var titled = new Block.Titled(listed.title());
      tell(entry("title", Kind.SUMMARY).time(listed.created()).add(titled).build(), record);
    }
  }

  void unknown(String kind, TranscriptRecord record) {
    sink.unknown(kind, record);
  }

  void problem(String reason, TranscriptRecord record) {
    sink.problem(reason, record);
  }
}
