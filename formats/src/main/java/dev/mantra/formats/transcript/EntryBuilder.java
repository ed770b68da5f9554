package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An entry that is being put together. */
final class EntryBuilder {

  private final Agent agent;
  private final String conversation;
  private final String id;
  private final Entry.Kind kind;
  private final List<Block> blocks = new ArrayList<>();
  private Entry.Change change = Entry.Change.ADDED;
  private Optional<Entry.SubAgent> subAgent = Optional.empty();
  private Entry.Source source = Entry.Source.TRANSCRIPT;
  private Optional<Instant> started = Optional.empty();
  private Optional<Instant> time = Optional.empty();
  private Optional<String> model = Optional.empty();
  private Usage usage = Usage.NONE;
  private long omitted;

  EntryBuilder(Agent agent, String conversation, String id, Entry.Kind kind) {
    this.agent = agent;
    this.conversation = conversation;
    this.id = id;
    this.kind = kind;
  }

  EntryBuilder change(Entry.Change what) {
    change = what;
    return this;
  }

  EntryBuilder subAgent(Optional<Entry.SubAgent> who) {
    subAgent = who;
    return this;
  }

  EntryBuilder source(Entry.Source from) {
    source = from;
    return this;
  }

  EntryBuilder started(Optional<Instant> at) {
    started = at;
    return this;
  }

  EntryBuilder time(Optional<Instant> at) {
    time = at;
    return this;
  }

  EntryBuilder model(Optional<String> name) {
    model = name;
    return this;
  }

  EntryBuilder usage(Usage tokens) {
    usage = tokens;
    return this;
  }

  EntryBuilder omitted(long count) {
    omitted = count;
    return this;
  }

  EntryBuilder add(Block block) {
    blocks.add(block);
    return this;
  }

  EntryBuilder text(String text) {
    return add(new Block.Text(text));
  }

  Entry build() {
    return new Entry(
        agent.label(),
        conversation,
        id,
        change,
        subAgent,
        kind,
        source,
        started,
        time,
        model,
        usage,
        blocks,
        omitted,
        Optional.empty());
  }
}
