package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Texts and expressions that would keep a careless program busy for ever. */
final class HostileTextTest {
  private static final Duration MOST = Duration.ofSeconds(2);
  private static final Duration FOR_EVER = Duration.ofMinutes(2);

  /** A page of a terminal has a tenth of it. */
  private static final int LONG = 100_000;

  @TestFactory
  Stream<DynamicTest> textsTakeTimeThatGrowsWithTheirLengthOnly() {
    var detector = new PageDetector(new Detector(Rules.standard()));
    return texts()
        .map(
            text ->
                DynamicTest.dynamicTest(
                    "\"" + text.substring(0, Math.min(30, text.length())).replace('\n', ' ') + '"',
                    () -> assertQuick(() -> detector.find(Page.of(text)))));
  }

  @TestFactory
  Stream<DynamicTest> expressionsThatMultiplyAreRefusedBeforeTheyTakeMemory() {
    return Stream.of(
            "(a{1,1000}){1,1000}",
            "((a{1,100}){1,100}){1,100}",
            "(".repeat(100_000) + ")".repeat(100_000),
            "((((((((((a{10}){10}){10}){10}){10}){10}){10}){10}){10}){10})",
            "a{1001}",
            "a".repeat(5000),
            "(?:[a-z]{1,1000}){100}",
            "\\",
            "[",
            "(?P<x",
            "(?<=a)b",
            "(a)\\1",
            "*",
            "a**",
            "(?i")
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.substring(0, Math.min(30, source.length())),
                    () -> assertQuick(() -> assertTrue(Regex.problem(source).isPresent()))));
  }

  @TestFactory
  Stream<DynamicTest> expressionsThatAreSlowElsewhereAreFastHere() {
    var text = "a".repeat(30_000) + "!";
    return Stream.of(
            "(a+)+$",
            "(a|a)*$",
            "(a|aa)+$",
            "(.*a){12}$",
            "(.*?,){15}P",
            "(a|b)*c",
            "(x+x+)+y",
            "^(([a-z])+.)+[A-Z]([a-z])+$",
            "([a-zA-Z]+)*$",
            "(a*)*b",
            "(?:a?){30}a{30}",
            "(\\w+\\s?)*$",
            "([^@]+@)*x",
            "(.+)+z")
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source, () -> assertQuick(() -> new Regex(source).matcher(text).find())));
  }

  @Test
  void valuesThatRepeatThemselvesAndEachOtherAreLookedForAsFast() {
    var text = "password=".repeat(1000);
    assertQuick(
        () -> {
          var values = new KnownValues();
          for (int i = 1; i <= 300; i++) {
            values.add(i, text.substring(i, i + 4096));
          }
          var found = new ArrayList<Integer>();
          values.find(text.repeat(100), (secret, _, _, _, _) -> found.add(secret));
          assertFalse(found.isEmpty());
        });
  }

  /** Other work on the machine does not count, unless it goes on for ever. */
  private static void assertQuick(Runnable work) {
    var spent =
        assertTimeoutPreemptively(
            FOR_EVER,
            () -> {
              var clock = ManagementFactory.getThreadMXBean();
              long before = clock.getCurrentThreadCpuTime();
              work.run();
              return Duration.ofNanos(clock.getCurrentThreadCpuTime() - before);
            });
    assertTrue(spent.compareTo(MOST) <= 0, spent::toString);
  }

  private static Stream<String> texts() {
    return Stream.concat(
        Stream.of(
            "password=".repeat(LONG / 9),
            "token ".repeat(LONG / 6),
            "key".repeat(LONG / 3),
            "=".repeat(LONG),
            "\"".repeat(LONG),
            "\\".repeat(LONG),
            "\\u0041".repeat(LONG / 6),
            "://".repeat(LONG / 3),
            "a://b:".repeat(LONG / 6),
            "http://" + ":".repeat(LONG) + "@",
            "-----BEGIN PRIVATE KEY-----\n".repeat(LONG / 28),
            "-----BEGIN PRIVATE KEY-----" + "A".repeat(LONG),
            "eyJ".repeat(LONG / 3),
            "eyJ" + "a.".repeat(LONG / 2),
            "sk-".repeat(LONG / 3),
            "sk-" + "a".repeat(LONG),
            "Authorization: Bearer ".repeat(LONG / 22),
            "\u2502 ".repeat(LONG / 2),
            "\u2502\n".repeat(LONG / 2),
            "a\n".repeat(LONG / 2),
            ("x".repeat(79) + "\n").repeat(LONG / 80),
            "PASSWORD: " + "x".repeat(LONG),
            "cat secret\n".repeat(LONG / 11),
            "docker login -p ".repeat(LONG / 16),
            "mysql " + "-".repeat(LONG)),
        IntStream.of('A', ' ', '\t', '{', '[').mapToObj(c -> Character.toString(c).repeat(LONG)));
  }
}
