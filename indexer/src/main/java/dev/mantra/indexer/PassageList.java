package dev.mantra.indexer;

import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.derived.Piece;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.indexer.Passage.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All passages of a session, and where their text is.
 *
 * @param blocks their text, in order
 * @param firsts the number of the passage that each block begins with, or goes on with
 */
record PassageList(List<Passage> passages, List<Piece> blocks, List<Integer> firsts) {

  private static final int SAID = 0;
  private static final int CHANGED = 1;

  PassageList {
    passages = List.copyOf(passages);
    blocks = List.copyOf(blocks);
    firsts = List.copyOf(firsts);
  }

  void write(NumberWriter out) {
    out.number(passages.size());
    long last = 0;
    for (var passage : passages) {
      switch (passage) {
        case Passage.Said said ->
            out.number(SAID)
                .number(said.message())
                .number(said.step())
                .text(said.kind().name())
                .text(said.tool())
                .text(said.command())
                .texts(said.traits().stream().map(Trait::name).sorted().toList())
                .texts(said.files());
        case Passage.Changed changed ->
            out.number(CHANGED).number(changed.kind().code()).text(changed.path());
      }
      out.difference(passage.at() - last);
      last = passage.at();
    }
    out.number(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      out.piece(blocks.get(i)).number(firsts.get(i));
    }
  }

  static PassageList read(NumberReader in) {
    var passages = new ArrayList<Passage>();
    long last = 0;
    for (int left = in.smallNumber(); left > 0; left--) {
      var passage = in.number() == SAID ? said(in, last) : changed(in, last);
      passages.add(passage);
      last = passage.at();
    }
    var blocks = new ArrayList<Piece>();
    var firsts = new ArrayList<Integer>();
    for (int left = in.smallNumber(); left > 0; left--) {
      blocks.add(in.piece());
      firsts.add(in.smallNumber());
    }
    return new PassageList(passages, blocks, firsts);
  }

  private static Passage said(NumberReader in, long last) {
    int message = in.smallNumber();
    int step = in.smallNumber();
    var kind = Entry.Kind.valueOf(in.text());
    var tool = in.text();
    var command = in.text();
    var traits = in.texts().stream().map(Trait::valueOf).collect(Collectors.toSet());
    var files = in.texts();
    return new Passage.Said(
        last + in.difference(), message, step, kind, traits, tool, command, files);
  }

  private static Passage changed(NumberReader in, long last) {
    var kind = FileEdit.Kind.of(in.smallNumber());
    var path = in.text();
    return new Passage.Changed(last + in.difference(), kind, path);
  }
}
