package dev.mantra.redactor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Usage;
import dev.mantra.formats.journal.Annotations;
import dev.mantra.redactor.Invented;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SessionScanTest {
  private final Invented invented = new Invented(21);
  private final String token = invented.codeHostToken();
  private final String password = invented.password();

  @Test
  void aSecretIsCoveredAndTheRestStays() {
    var shown = new ScannedSession().shows("$ export GH_TOKEN=" + token + "\r\nok\r\n").output();
    var cover = "[REDACTED:github-token#1]";
    assertEquals(
        "$ export GH_TOKEN=" + cover + "*".repeat(token.length() - cover.length()) + "\r\nok\r\n",
        shown);
  }

  @Test
  void coloursInTheMiddleOfASecretStayWhereTheyAre() {
    var session =
        new ScannedSession()
            .shows("token: \u001b[31m" + token.substring(0, 9) + "\u001b[1;32m")
            .shows(token.substring(9) + "\u001b[0m!\r\n");
    assertHidden(session, token);
    assertTrue(session.output().contains("\u001b[31m[REDACTED\u001b[1;32m:"), session.output());
  }

  @Test
  void aSecretThatTheEdgeOfTheScreenCutsIsOne() {
    assertHidden(new ScannedSession().size(30, 8).shows("GH_TOKEN=" + token + "\r\n"), token);
  }

  @Test
  void aSecretThatWasDrawnCellByCellIsFoundOnTheScreen() {
    var session = new ScannedSession();
    session.shows("\u001b[5;1HGH_TOKEN=");
    for (int i = token.length() - 1; i >= 0; i--) {
      session.shows("\u001b[5;" + (10 + i) + "H" + token.charAt(i));
    }
    session.shows("\u001b[8;1H");
    assertFalse(session.redactedScreen().contains(token.substring(5, 15)));
    assertEquals(
        session.screen().indexOf("GH_TOKEN"), session.redactedScreen().indexOf("GH_TOKEN"));
  }

  @Test
  void everyDrawingOfASecretIsCoveredAlsoUnfinishedOnes() {
    var session = new ScannedSession();
    for (int i = 20; i <= token.length(); i += 4) {
      session.shows("\r\u001b[KGH_TOKEN=" + token.substring(0, i));
    }
    assertHidden(session.shows("\r\n"), token);
  }

  @Test
  void aKnownValueWithLettersOfOtherAlphabetsIsCoveredWhereverItStands() {
    for (var value :
        List.of(
            "Gr\u00fcn-t\u00fcr-47!x",
            "\u043a\u043b\u044e\u0447-8812-\u4e2d\u6587",
            "pa\ud83d\udd11-ss-47!\ud840\udc0bx")) {
      var session =
          new ScannedSession()
              .expects(value)
              .shows("it is " + value + "\r\n")
              .typesEach("login " + value + "\r", "itself");
      assertFalse(session.output().contains(value), session.output());
      assertFalse(session.input().contains(value), session.input());
    }
  }

  @Test
  void aTypedSecretWithOtherLettersThatIsShownLaterIsOne() {
    for (var value : List.of("Gr\u00fcn-t\u00fcr-47!x", "pa\ud83d\udd11-ss-47!\ud840\udc0bx")) {
      var session =
          new ScannedSession()
              .shows("Password: ")
              .typesEach(value + "\r", "")
              .shows("\r\n$ ")
              .typesEach("ls\r", "itself")
              .shows("failed for " + value + "\r\n");
      assertFalse(session.input().contains(value), session.input());
      assertFalse(session.output().contains(value), session.output());
    }
  }

  @Test
  void aCharacterOfFourBytesIsRubbedOutWhole() {
    var session =
        new ScannedSession()
            .shows("Password: ")
            .types("ab\ud83d\udd11\u007fcd-47!xy\r")
            .shows("\r\n$ ")
            .types("ls abcd-47!xy\r");
    assertFalse(session.input().contains("cd-47!xy"), session.input());
  }

  @Test
  void aTypedSecretThatIsTooLongToBeKeptWholeIsKeptAsItBegins() {
    var beginning = invented.alphanumeric(1024);
    List<String> found = new ArrayList<>();
    var secrets = new TypedSecrets(() -> "Password:", () -> false, (value, _) -> found.add(value));
    secrets.typed(Bytes.utf8(beginning + "\u00e9\r"), 0);
    secrets.finish();
    assertEquals(List.of(beginning), found);
  }

  @Test
  void brokenCharactersAmongWhatIsTypedHarmNothing() {
    var broken =
        new byte[] {
          'a', (byte) 0xC3, '\r', (byte) 0xA9, (byte) 0xF0, (byte) 0x9F, 'b', (byte) 0x80
        };
    var session = new ScannedSession();
    session.add(new Event.Input(session.now(), Bytes.wrap(broken)));
    assertHidden(session.types("\rexport GH_TOKEN=" + token + "\r"), token);
    assertTrue(session.input().startsWith("a"), session.input());
  }

  @Test
  void whatIsFoundOnceIsHiddenEverywhereInEveryNotation() {
    var base64 =
        Base64.getEncoder().encodeToString(("app:" + password).getBytes(StandardCharsets.UTF_8));
    var session =
        new ScannedSession()
            .command("tool", "--user", "app", password)
            .shows("connecting with " + password + "\r\n")
            .shows("header " + base64 + "\r\n")
            .types("echo " + password + "\r")
            .add(message("the value " + password + " did not work"))
            .add(new Event.Marker(0, "tried " + password))
            .shows("DB_PASSWORD=" + password + "\r\n");
    assertHidden(session, password);
    assertHidden(session, base64.substring(8));
    assertFalse(session.input().contains(password));
    assertFalse(session.redacted().toString().contains(password));
    assertFalse(session.redactedHeader().contains(password));
  }

  @Test
  void equalSecretsHaveOneNumberAndOthersAnother() {
    var other = invented.codeHostToken();
    var shown =
        new ScannedSession()
            .shows("A=" + token + "\r\nB=" + other + "\r\nC=" + token + "\r\n")
            .output()
            .lines()
            .toList();
    assertEquals(shown.get(0).substring(2), shown.get(2).substring(2));
    assertFalse(shown.get(0).substring(2).equals(shown.get(1).substring(2)));
  }

  @Test
  void textsOfMessagesHaveLabels() {
    var session = new ScannedSession().add(message("use " + token + " for it"));
    var text = ((Event.Message) session.redacted().getFirst()).entry().text();
    assertEquals("use [REDACTED:github-token#1] for it", text);
  }

  @Test
  void aPasswordThatAPromptForKeysAskedForIsHidden() {
    var session =
        new ScannedSession()
            .shows("\u001b[?25h? Enter your API key: [hidden] ")
            .typesEach(password, "")
            .types("\r")
            .shows("\r\nwelcome\r\n");
    assertFalse(session.input().contains(password.substring(0, 4)), session.input());
  }

  @Test
  void aPasswordThatWasShownAsStarsIsHidden() {
    var session =
        new ScannedSession()
            .shows("Passphrase: ")
            .typesEach(password, "*")
            .types("\r")
            .shows("\r\nok\r\n");
    assertFalse(session.input().contains(password.substring(0, 4)), session.input());
  }

  @Test
  void aPasswordWhoseFirstKeysWereFasterThanThePromptIsHidden() {
    var session =
        new ScannedSession()
            .typesEach(password.substring(0, 2), "")
            .shows("Paste your token: ")
            .typesEach(password.substring(2), "")
            .types("\r")
            .shows("\r\nwelcome\r\n");
    assertFalse(session.input().contains(password.substring(0, 4)), session.input());
  }

  @Test
  void whatWasTypedAndShownBeforeItLookedLikeAPromptIsNoSecret() {
    var text = "what is my password?";
    var session = new ScannedSession().shows("> ").typesEach(text, "itself").shows("\u001b[2K");
    session.types(" Tell me").types("\r").shows("\r\n> what is my password? Tell me\r\n");
    assertEquals(text + " Tell me\r", session.input());
  }

  @Test
  void whatWasMetWithSilenceIsHiddenThoughNothingAsked() {
    var session =
        new ScannedSession().shows("> ").typesEach(password, "").types("\r").shows("\r\n");
    assertFalse(session.input().contains(password), session.input());
  }

  @Test
  void typingThatIsShownIsNoSecret() {
    var text = "add a password strength meter";
    var session =
        new ScannedSession().shows("> ").typesEach(text, "itself").types("\r").shows("\r\n");
    assertEquals(text + "\r", session.input());
  }

  @Test
  void keysOfAFullScreenProgramAreNoSecret() {
    var session =
        new ScannedSession().shows("\u001b[?1049h~\r\n~\r\n").types("jjjjddjjjj").types("\r");
    assertEquals("jjjjddjjjj\r", session.input());
  }

  @Test
  void valuesThatAreKnownByTheirHashesAreHiddenWhereverTheyStand() {
    var session = new ScannedSession().expects(password).shows("it says " + password + "\r\n");
    assertHidden(session, password);
    var base64 = Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
    assertHidden(new ScannedSession().expects(password).shows("so " + base64 + "\r\n"), base64);
  }

  @Test
  void aKnownValueIsFoundAcrossTheEdgeOfTheScreenAndInColours() {
    var text = "it says " + password.substring(0, 3) + "\u001b[1m" + password.substring(3) + "\r\n";
    assertHidden(new ScannedSession().expects(password).size(14, 5).shows(text), password);
  }

  @Test
  void whatPeopleSaidAboutASessionIsCoveredToo() {
    var said =
        new Annotations(
            Optional.of("it is " + token),
            Set.of("demo"),
            List.of(new Annotations.Mark(5, "see " + token)),
            List.of());
    var session = new ScannedSession().shows("GH_TOKEN=" + token + "\r\n").isSaidToBe(said);
    var shown = session.redaction().annotations(said);
    assertEquals(Optional.of("it is [REDACTED:github-token#1]"), shown.title());
    assertEquals(
        new Annotations.Mark(5, "see [REDACTED:github-token#1]"), shown.marks().getFirst());
    assertEquals(said.tags(), shown.tags());
  }

  @Test
  void aRedactionThatIsWrittenDownIsTheSame() {
    var session =
        new ScannedSession()
            .command("deploy", "--token", token)
            .shows("GH_TOKEN=" + token.substring(0, 9), token.substring(9) + "\r\n")
            .types("echo " + token + "\r")
            .add(message("use " + token));
    var made = session.redaction();
    var read = RedactionCodec.decode(RedactionCodec.encode(made.marks())).orElseThrow();
    assertEquals(made.name(), read.name());
    assertEquals(made.discoveries(), read.discoveries());
    assertEquals(made.end(), read.end());
    assertEquals(made.header(session.header()), read.header(session.header()));
    session.read(
        (sequence, event) ->
            assertEquals(made.event(sequence, event), read.event(sequence, event)));
  }

  @Test
  void aListSaysWhatAndWhereButNotTheValue() {
    var session =
        new ScannedSession().shows("one\r\n").shows("A=" + token + "\r\n" + token + "\r\n");
    var found = session.redaction().discoveries();
    assertEquals(1, found.size());
    assertEquals("github-token", found.getFirst().secret().kind());
    assertEquals(Discovery.Where.OUTPUT, found.getFirst().where());
    assertEquals(50_000_000, found.getFirst().at());
    assertFalse(found.toString().contains(token.substring(6)));
  }

  @Test
  void aCharacterIsCoveredByOneOfItsWidthWhateverItsBytes() {
    for (var letters : List.of("\uff76\uff85", "\u30ab\u30ca", "\u0e01\u0e31")) {
      var value = "k7" + letters + "Qx2Zp9";
      var session = new ScannedSession().expects(value).shows("it is " + value + " | here\r\n");
      assertFalse(session.output().contains("Qx2Zp9"), session.output());
      assertEquals(session.layout(), session.redactedLayout(), session.redactedScreen());
    }
  }

  @Test
  void aSessionWithoutSecretsIsTheSame() {
    var session = new ScannedSession().shows("nothing to see\r\n").types("ls\r");
    assertTrue(session.redaction().discoveries().isEmpty());
    assertEquals("nothing to see\r\n", session.output());
  }

  @Test
  void aRedactedSessionHoldsNothingToFind() {
    var session = new ScannedSession().shows("GH_TOKEN=" + token + " " + invented.jwt() + "\r\n");
    var again = new ScannedSession().shows(session.output());
    assertTrue(
        again.redaction().discoveries().isEmpty(),
        () -> again.redaction().discoveries().toString());
  }

  private static void assertHidden(ScannedSession session, String secret) {
    var shown = session.output().replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "");
    for (int i = 4; i + 8 <= secret.length(); i++) {
      assertFalse(shown.contains(secret.substring(i, i + 8)), shown);
    }
  }

  private static Event message(String text) {
    return new Event.Message(
        0,
        new Entry(
            "claude",
            "c",
            "1",
            Entry.Change.ADDED,
            Optional.empty(),
            Entry.Kind.USER,
            Entry.Source.TRANSCRIPT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Usage.NONE,
            List.of(new Block.Text(text)),
            0,
            Optional.empty()));
  }
}
