package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class DetectorTest {
  private static final Detector DETECTOR = new Detector(Rules.standard());
  private final Invented invented = new Invented(7);

  @Test
  void aTokenIsFoundByItsBeginning() {
    var token = invented.codeHostToken();
    assertEquals(List.of(token), values("remote: " + token + " is used"));
  }

  @Test
  void aTokenInAWordIsNone() {
    assertEquals(List.of(), values("x" + invented.codeHostToken()));
  }

  @TestFactory
  Stream<DynamicTest> keysThatAreMeantToBePublishedAreNoSecrets() {
    return Stream.of("stripe('%s')", "{\"key\": \"%s\"}", "PUBLISHABLE_KEY=%s", "pay with %s now")
        .flatMap(
            form -> Stream.of("live", "test").map(mode -> form.formatted("pk_" + mode + "_%s")))
        .map(
            form ->
                DynamicTest.dynamicTest(
                    form,
                    () -> {
                      for (int length : new int[] {24, 34, 99}) {
                        var key = form.formatted(invented.alphanumeric(length));
                        assertEquals(List.of(), values(key));
                      }
                    }));
  }

  @Test
  void aPasswordThatBeginsLikeAPublishableKeyIsFound() {
    var password = "pk" + "_live_" + invented.password();
    assertEquals(List.of(password), values("DB_PASSWORD='" + password + "'"));
  }

  @Test
  void aTokenThatBeginsLikeAPublishableKeyIsFound() {
    var token = "pk" + "_48213977_" + invented.of("ABCDEFGHJKMNPQRS23456789", 32);
    assertEquals(List.of(token), values("use " + token + " here"));
    var secret = "sk" + "_test_" + invented.alphanumeric(30);
    assertEquals(List.of(secret), values("use " + secret + " here"));
  }

  @TestFactory
  Stream<DynamicTest> whatIsGivenToASecretsNameIsFoundInEveryNotation() {
    return Stream.of(
            "export SOME_API_KEY=%s",
            "SOME_API_KEY=\"%s\" make deploy",
            "some.service.api.key=%s",
            "  apiKey: '%s',",
            "{\"level\":\"info\",\"api_key\":\"%s\",\"took\":3}",
            "const client = connect({ apiToken: `%s` });",
            "$ tool login --token %s --region eu",
            "$ tool login --api-key=%s",
            "<apiToken>%s</apiToken>",
            "<add key=\"ApiToken\" value=\"%s\" />",
            "      - name: API_TOKEN\n        value: %s",
            "variable \"api_token\" {\n  default = \"%s\"\n}",
            "PS> $env:API_TOKEN = \"%s\"",
            "> setx API_TOKEN %s",
            "set -gx API_TOKEN %s",
            "curl -H 'X-Api-Key: %s' https://host.test/",
            "curl -H \"Authorization: Bearer %s\" https://host.test/",
            "GET /items?limit=3&access_token=%s&page=2",
            "os.environ[\"API_TOKEN\"] = \"%s\"",
            "props.setProperty(\"api.token\", \"%s\")",
            "api_token: str = \"%s\"",
            "| API_TOKEN | %s |",
            "the api token is %s, do not lose it")
        .map(
            form ->
                DynamicTest.dynamicTest(
                    form,
                    () -> {
                      var value = invented.alphanumeric(28);
                      assertEquals(List.of(value), values(form.formatted(value)));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> passwordsAreFoundWhereCommandsAndFilesHaveThem() {
    return Stream.of(
            "postgres://app:%s@db.test:5432/main",
            "$ curl -u app:%s https://host.test",
            "$ sshpass -p '%s' ssh app@host.test",
            "$ mysql -u root -p%s main",
            "$ echo '%s' | sudo -S true",
            "$ docker login -u app -p %s registry.test",
            "$ openssl enc -aes-256-cbc -pass pass:%s -in a",
            "machine host.test login app password %s",
            "db.test:5432:main:app:%s",
            "ALTER USER app IDENTIFIED BY '%s';",
            "define('DB_PASSWORD', '%s');",
            "  <password>%s</password>",
            "C:\\> net use Z: \\\\host\\share /user:app %s",
            "jdbc:postgresql://db.test/main?user=app&password=%s&ssl=true",
            "requirepass %s")
        .map(
            form ->
                DynamicTest.dynamicTest(
                    form,
                    () -> {
                      var value = invented.password();
                      assertEquals(List.of(value), values(form.formatted(value)));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whatOnlyLooksLikeASecretIsLeftAlone() {
    var digest = invented.hex(64);
    return Stream.of(
            "API_TOKEN=<your-token-here>",
            "API_TOKEN=${API_TOKEN}",
            "API_TOKEN=$(tool token)",
            "password = os.environ[\"DB_PASSWORD\"]",
            "auth_token = request.headers.get('Authorization')",
            "const token = await getToken(user);",
            "API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "secret: ****************abcd",
            "· 1.5k tokens · esc to interrupt",
            "max_tokens: 4096",
            "token_type=bearer expires_in=3600",
            "KeyError: 'some_key'",
            "cache_key: build-linux-x64-v3",
            "primary key: 4711",
            "Password: ",
            "password: string;",
            "sha256:" + digest,
            "commit " + digest.substring(0, 40),
            "\"integrity\": \"sha512-" + invented.alphanumeric(86) + "==\",",
            "https://host.test/path?page=2&q=password",
            "passwords must have 8 characters",
            "\"DB_PASSWORD=\" + password.substring(0, 4) + \";\"",
            "'password='+pw1+'&user='",
            "\"password=\".repeat(MANY / 9), \"token\"",
            "find the token since:2026-11-01; and more",
            "--certificate-password=CERTIFI\u2010",
            "{\"session\":\"20261120T083000Z-vim-bcdfgh\",\"took\":3}")
        .map(text -> DynamicTest.dynamicTest(text, () -> assertEquals(List.of(), values(text))));
  }

  @Test
  void ofAPrivateKeyTheBodyIsFoundAndItsFirstAndLastLineStay() {
    var key = invented.privateKey();
    var found = DETECTOR.find("$ cat key\n" + key + "$ ");
    assertEquals(1, found.size());
    var lines = key.lines().toList();
    assertEquals(
        String.join("", lines.subList(1, lines.size() - 1)),
        found.getFirst().value("$ cat key\n" + key + "$ "));
  }

  @Test
  void aPrivateKeyWithoutAnEndGoesOnToTheEndOfTheScreen() {
    var key = invented.privateKey().lines().limit(6).toList();
    var text = String.join("\n", key) + "\n--More--";
    assertEquals(String.join("", key.subList(1, 6)), DETECTOR.find(text).getFirst().value(text));
  }

  @Test
  void publicKeysAreNoSecret() {
    var text = invented.privateKey().replace("RSA " + "PRIVATE", "PUBLIC");
    assertEquals(List.of(), DETECTOR.find(text));
  }

  @Test
  void overlappingFindingsBecomeOneWithTheMoreTellingName() {
    var token = invented.codeHostToken();
    var found = DETECTOR.find("MY_TOKEN=" + token);
    assertEquals(1, found.size());
    assertEquals("github-token", found.getFirst().rule());
  }

  @Test
  void allowedValuesAreNotReported() throws InvalidRulesException {
    var token = invented.codeHostToken();
    var rules =
        new Rules.Builder()
            .add("mine.toml", "[[allow]]\nfingerprint = \"" + Fingerprint.of(token) + "\"\n")
            .build();
    assertEquals(List.of(), new Detector(rules).find("MY_TOKEN=" + token));
  }

  @Test
  void rulesOfTheUserAddToMantrasOwn() throws InvalidRulesException {
    var rules =
        new Rules.Builder()
            .add(
                "mine.toml",
                "[[token]]\nid = \"acme\"\nstarts = [\"acme-\"]\nbody = \"[a-z0-9]{12}\"\n")
            .build();
    var value = "acme-" + invented.hex(12);
    var found = new Detector(rules).find("use " + value + " now");
    assertEquals("acme", found.getFirst().rule());
    assertEquals(value, found.getFirst().value("use " + value + " now"));
  }

  @Test
  void anyTextIsValid() {
    assertTrue(DETECTOR.find("").isEmpty());
    assertTrue(DETECTOR.find("=").isEmpty());
    assertTrue(DETECTOR.find("password").isEmpty());
    assertTrue(DETECTOR.find("://@").isEmpty());
    assertTrue(DETECTOR.find("-----BEGIN").isEmpty());
  }

  private static List<String> values(String text) {
    return DETECTOR.find(text).stream().map(finding -> finding.value(text)).toList();
  }
}
