package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.formats.event.SessionHeader.Origin;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Events and headers to payloads and back. */
class CodecTest {

  @Property
  void everyEventComesBackAsItWas(@ForAll("events") Event event) {
    assertEquals(event, decode(event, EventCodec.encode(event).payload()));
  }

  @Property
  void fieldsAddedByLaterVersionsArePassedOver(
      @ForAll("fielded") Event event, @ForAll byte[] more) {
    var payload = new ByteArrayOutputStream();
    payload.writeBytes(EventCodec.encode(event).payload().toArray());
    payload.writeBytes(more);
    assertEquals(event, decode(event, Bytes.wrap(payload.toByteArray())));
  }

  @Property
  void anyPayloadOfAnyCodeIsAnEvent(@ForAll byte code, @ForAll long at, @ForAll byte[] payload) {
    int unsigned = Byte.toUnsignedInt(code);
    var event = EventCodec.event(unsigned, at, Bytes.wrap(payload));
    assertEquals(at, event.at());
    if (event instanceof Event.Unknown unknown) {
      assertEquals(new Event.Unknown(at, unsigned, Bytes.wrap(payload)), unknown);
    }
  }

  @Property
  void aPayloadCutShortIsKeptAsItIs(@ForAll("fielded") Event event) {
    var whole = EventCodec.encode(event).payload();
    for (int length = 0; length < whole.length(); length++) {
      var cut = whole.slice(0, length);
      assertEquals(
          new Event.Unknown(event.at(), EventCodec.encode(event).code(), cut), decode(event, cut));
    }
  }

  @Property
  void everyHeaderComesBackAsItWas(@ForAll("headers") SessionHeader header) {
    assertEquals(header, HeaderCodec.decode(HeaderCodec.encode(header)));
  }

  @Property
  void headerFieldsOfLaterVersionsArePassedOver(
      @ForAll("headers") SessionHeader header, @ForAll byte[] value) {
    var payload = new ByteArrayOutputStream();
    payload.writeBytes(new PayloadWriter().number(99).bytes(value).toArray());
    payload.writeBytes(HeaderCodec.encode(header).toArray());
    payload.writeBytes(new PayloadWriter().number(1_000_000).bytes(value).toArray());
    assertEquals(header, HeaderCodec.decode(Bytes.wrap(payload.toByteArray())));
  }

  @Property
  void nonsenseIsNoHeaderAndNothingWorse(@ForAll byte[] payload) {
    assertThrows(
        IllegalArgumentException.class, () -> HeaderCodec.decode(Bytes.wrap(payload)), "no header");
  }

  @Property
  void aHeaderWithForeignNumbersIsRefused(@ForAll long seconds, @ForAll long nanos) {
    var start = new PayloadWriter().number(seconds).number(nanos).toArray();
    var payload =
        new PayloadWriter().number(1).text("20261121T024836Z-bash-abcd").number(2).bytes(start);
    try {
      HeaderCodec.decode(Bytes.wrap(payload.toArray()));
    } catch (IllegalArgumentException e) {
      assertEquals("the session's header cannot be understood", e.getMessage());
    }
  }

  @Property
  void everyNumberComesBack(@ForAll long number) {
    var payload = Bytes.wrap(new PayloadWriter().number(number).toArray());
    assertEquals(number, new PayloadReader(payload).number());
  }

  @Property
  void numbersOfMoreThanEightBytesAreRefused(@ForAll byte tenth) {
    var bytes = new byte[10];
    java.util.Arrays.fill(bytes, (byte) 0xff);
    bytes[9] = tenth;
    var reader = new PayloadReader(Bytes.wrap(bytes));
    if (tenth == 0 || tenth == 1) {
      assertEquals(tenth == 1 ? -1 : Long.MAX_VALUE, reader.number());
    } else {
      assertThrows(BufferUnderflowException.class, reader::number);
    }
  }

  @Property
  void aCountBeyondThePayloadIsRefused(@ForAll long count) {
    var reader = new PayloadReader(Bytes.wrap(new PayloadWriter().number(count).toArray()));
    if (count == 0) {
      assertEquals(Bytes.EMPTY, reader.bytes());
    } else {
      assertThrows(BufferUnderflowException.class, reader::bytes);
    }
  }

  @Property
  void anEndReasonOfALaterVersionKeepsTheEventAsItIs() {
    var payload = Bytes.wrap(new PayloadWriter().number(9000).toArray());
    assertInstanceOf(Event.Unknown.class, EventCodec.event(JournalFormat.END, 1, payload));
  }

  @Property
  void anEntryCutShortIsKeptAsItIs(@ForAll("entries") Entry entry) {
    var event = new Event.Message(5, entry);
    var whole = EventCodec.encode(event).payload();
    for (int length = 0; length < whole.length(); length++) {
      var cut = whole.slice(0, length);
      assertEquals(new Event.Unknown(5, JournalFormat.MESSAGE, cut), decode(event, cut));
    }
  }

  @Test
  void membersAndBlocksOfLaterVersionsArePassedOver() {
    var payload =
        """
        {"agent":"claude","later":{"a":[1]},"kind":"user","blocks":[{"is":"hologram","x":{}},
        {"is":"text","text":"hi","colour":[]}]}""";
    var event = EventCodec.event(JournalFormat.MESSAGE, 1, Bytes.utf8(payload));
    var entry = assertInstanceOf(Event.Message.class, event).entry();
    assertEquals(List.of(new Block.Text("hi")), entry.blocks());
  }

  @Test
  void halfACharacterIsMended() {
    var entry = Entries.saying("half \ud83d here, whole \ud83d\ude00 there");
    var event = new Event.Message(1, entry);
    var read =
        assertInstanceOf(Event.Message.class, decode(event, EventCodec.encode(event).payload()));
    assertEquals("half \ufffd here, whole \ud83d\ude00 there", read.entry().text());
  }

  @Provide
  Arbitrary<Entry> entries() {
    return Entries.any();
  }

  @Provide
  Arbitrary<Event> events() {
    return Arbitraries.oneOf(
        fielded(),
        Combinators.combine(times(), bytes()).as(Event.Output::new),
        Combinators.combine(times(), bytes()).as(Event.Input::new),
        Combinators.combine(times(), text()).as(Event.Marker::new),
        Combinators.combine(times(), Entries.any()).as(Event.Message::new),
        Combinators.combine(times(), unknownCodes(), bytes()).as(Event.Unknown::new));
  }

  /** Events whose payload consists of fields. */
  @Provide
  Arbitrary<Event> fielded() {
    var size = Arbitraries.integers().between(0, WindowSize.MAX);
    return Arbitraries.oneOf(
        Workspaces.any(),
        Combinators.combine(times(), Arbitraries.integers().greaterOrEqual(0))
            .as(Event.HiddenInput::new),
        Combinators.combine(
                times(), Combinators.combine(size, size, size, size).as(WindowSize::new))
            .as(Event.Resize::new),
        Combinators.combine(times(), times(), Arbitraries.longs(), text()).as(Event.Gap::new),
        Combinators.combine(times(), Arbitraries.of(EndReason.class), statuses(), totals())
            .as(Event.End::new));
  }

  @Provide
  Arbitrary<SessionHeader> headers() {
    var required =
        Combinators.combine(ids(), instants(), text(), bytes().list().ofMaxSize(5), bytes())
            .as(
                (id, start, by, command, folder) ->
                    SessionHeader.builder(id, start, by).command(command).folder(folder));
    var optional =
        Combinators.combine(
                text().optional(),
                Arbitraries.longs().map(Duration::ofNanos).optional(),
                text().optional(),
                origins().optional())
            .as(Optionals::new);
    var size = Arbitraries.integers().between(0, WindowSize.MAX);
    return Combinators.combine(
            required,
            optional,
            Arbitraries.maps(text(), text()).ofMaxSize(4),
            Combinators.combine(size, size, size, size).as(WindowSize::new),
            Arbitraries.of(InputCapture.class))
        .as(CodecTest::header);
  }

  private record Optionals(
      Optional<String> title,
      Optional<Duration> limit,
      Optional<String> gitHead,
      Optional<Origin> origin) {}

  private static SessionHeader header(
      SessionHeader.Builder builder,
      Optionals optionals,
      Map<String, String> environment,
      WindowSize size,
      InputCapture input) {
    optionals.origin().ifPresent(builder::origin);
    return builder
        .title(optionals.title())
        .idleTimeLimit(optionals.limit())
        .gitHead(optionals.gitHead())
        .environment(environment)
        .size(size)
        .input(input)
        .build();
  }

  private static Event decode(Event like, Bytes payload) {
    return EventCodec.event(EventCodec.encode(like).code(), like.at(), payload);
  }

  private static Arbitrary<Long> times() {
    return Arbitraries.longs();
  }

  private static Arbitrary<Bytes> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(Bytes::wrap);
  }

  /** Text without halves of surrogate pairs, which UTF-8 cannot hold. */
  private static Arbitrary<String> text() {
    return Arbitraries.strings().ofMaxLength(40).map(text -> Bytes.utf8(text).toUtf8());
  }

  private static Arbitrary<Integer> unknownCodes() {
    return Arbitraries.integers()
        .between(0, JournalFormat.MAX_CODE)
        .filter(code -> code < JournalFormat.HEADER || code > JournalFormat.END)
        .filter(code -> code < JournalFormat.MESSAGE || code > JournalFormat.NOT_CAPTURED);
  }

  private static Arbitrary<OptionalInt> statuses() {
    return Arbitraries.integers()
        .optional()
        .map(status -> status.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  private static Arbitrary<Totals> totals() {
    var count = Arbitraries.longs();
    return Combinators.combine(count, count, count, count, count, count).as(Totals::new);
  }

  private static Arbitrary<SessionId> ids() {
    return Combinators.combine(Arbitraries.integers().greaterOrEqual(0), Arbitraries.longs())
        .as((second, random) -> SessionId.of(Instant.ofEpochSecond(second), "claude", random));
  }

  private static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
            Arbitraries.integers().between(0, 999_999_999))
        .as((second, nano) -> Instant.ofEpochSecond(second, nano));
  }

  private static Arbitrary<Origin> origins() {
    return Combinators.combine(text(), text(), text(), bytes()).as(Origin::new);
  }
}
