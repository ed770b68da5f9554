package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Began;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Counts what each of a session's conversations holds. */
final class LinkedConversations {

  private record Key(String agent, String id) {}

  private static final class Sum {
    private Optional<Began> began = Optional.empty();
    private Optional<String> title = Optional.empty();
    private final SequencedSet<String> models = new LinkedHashSet<>();
    private int messages;
    private int unknown;
    private Usage usage = Usage.NONE;
  }

  private final Map<Key, Sum> sums = new LinkedHashMap<>();

  void add(EntryOutline entry) {
    var sum = sums.computeIfAbsent(new Key(entry.agent(), entry.conversation()), _ -> new Sum());
    sum.messages += entry.isMessage() ? 1 : 0;
    sum.unknown += entry.kind() == Kind.UNKNOWN ? 1 : 0;
    sum.usage = sum.usage.plus(entry.usage());
    entry.model().filter(model -> !model.isEmpty()).ifPresent(sum.models::add);
    for (var mark : entry.marks()) {
      switch (mark) {
        case Began b -> sum.began = sum.began.or(() -> Optional.of(b));
        case Block.Titled(String title) -> sum.title = Optional.of(title);
        case Block.Text _,
            Block.Call _,
            Block.Result _,
            Block.Edit _,
            Block.Image _,
            Block.Rewound _ -> {}
      }
    }
  }

  List<LinkedConversation> all() {
    var all = new ArrayList<LinkedConversation>();
    sums.forEach(
        (key, sum) ->
            all.add(
                new LinkedConversation(
                    key.agent(),
                    key.id(),
                    sum.began,
                    sum.title,
                    List.copyOf(sum.models),
                    sum.messages,
                    sum.unknown,
                    sum.usage)));
    return all;
  }
}
