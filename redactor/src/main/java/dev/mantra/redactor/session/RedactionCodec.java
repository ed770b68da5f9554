package dev.mantra.redactor.session;

import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.workspace.ContentHash;
import dev.mantra.redactor.session.Discovery.Where;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How a redaction is written down. It is named after what it says. */
final class RedactionCodec {

  private static final int NAME_LENGTH = 16;
  private static final int MOST_EVENTS = 1 << 26;

  private RedactionCodec() {}

  static Redaction named(Redaction.Marks marks) {
    var hash = ContentHash.hex(ContentHash.of(encode(marks)));
    return new Redaction(marks, hash.substring(0, NAME_LENGTH));
  }

  static byte[] encode(Redaction.Marks marks) {
    var out = new NumberWriter();
    out.number(marks.end());
    out.number(marks.secrets().size());
    for (var secret : marks.secrets()) {
      out.number(secret.number()).text(secret.kind());
    }
    out.number(marks.discoveries().size());
    for (var found : marks.discoveries()) {
      out.number(found.secret().number())
          .text(found.secret().kind())
          .text(found.where().name())
          .number(found.at())
          .number(found.count());
    }
    stream(out, marks.output());
    stream(out, marks.input());
    texts(out, marks.texts());
    return out.toArray();
  }

  /** The redaction; empty when it is not one at all. */
  static Optional<Redaction> decode(byte[] bytes) {
    try {
      var in = new NumberReader(ByteBuffer.wrap(bytes));
      long end = in.number();
      var secrets = list(in, () -> new Secret(in.smallNumber(), in.text()));
      var discoveries =
          list(
              in,
              () ->
                  new Discovery(
                      new Secret(in.smallNumber(), in.text()),
                      Where.valueOf(in.text()),
                      in.number(),
                      in.smallNumber()));
      var marks = new Redaction.Marks(secrets, discoveries, stream(in), stream(in), texts(in), end);
      return Optional.of(named(marks));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void stream(NumberWriter out, StreamCover stream) {
    out.number(stream.size());
    long before = 0;
    for (int i = 0; i < stream.size(); i++) {
      out.number(stream.sequence(i) - before).number(stream.offset(i));
      before = stream.sequence(i);
    }
    out.number(stream.covers().all().size());
    long from = 0;
    for (var stretch : stream.covers().all()) {
      out.number(stretch.from() - from)
          .number(stretch.length())
          .number(stretch.secret())
          .number(stretch.index())
          .number(stretch.of());
      from = stretch.from();
    }
  }

  private static StreamCover stream(NumberReader in) {
    int size = in.smallNumber();
    if (size > MOST_EVENTS) {
      throw new IllegalArgumentException(size + " events");
    }
    var sequences = new long[size];
    var offsets = new long[size];
    long before = 0;
    for (int i = 0; i < size; i++) {
      before += in.number();
      sequences[i] = before;
      offsets[i] = in.number();
    }
    var place = new long[1];
    var stretches =
        list(
            in,
            () ->
                new Covers.Stretch(
                    place[0] += in.number(),
                    in.smallNumber(),
                    in.smallNumber(),
                    in.smallNumber(),
                    in.smallNumber()));
    return new StreamCover(sequences, offsets, Covers.of(stretches));
  }

  private static void texts(NumberWriter out, Map<Field, TextCover> texts) {
    out.number(texts.size());
    new TreeMap<>(texts)
        .forEach(
            (field, cover) -> {
              out.difference(field.sequence()).number(field.index());
              out.number(cover.stretches().size());
              for (var stretch : cover.stretches()) {
                out.number(stretch.start())
                    .number(stretch.end())
                    .number(stretch.secret())
                    .number(stretch.index())
                    .number(stretch.of());
              }
            });
  }

  private static Map<Field, TextCover> texts(NumberReader in) {
    Map<Field, TextCover> texts = new TreeMap<>();
    for (int left = in.smallNumber(); left > 0; left--) {
      var field = new Field(in.difference(), in.smallNumber());
      texts.put(
          field,
          new TextCover(
              list(
                  in,
                  () ->
                      new TextCover.Stretch(
                          in.smallNumber(),
                          in.smallNumber(),
                          in.smallNumber(),
                          in.smallNumber(),
                          in.smallNumber()))));
    }
    return texts;
  }

  private static <T> List<T> list(NumberReader in, Supplier<T> element) {
    var all = new ArrayList<T>();
    for (int left = in.smallNumber(); left > 0; left--) {
      all.add(element.get());
    }
    return all;
  }
}
