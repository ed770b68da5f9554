package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnvironmentSecretsTest {
  private final String password = new Invented(4).password();

  @Test
  void whatHasASecretsNameIsSecret() {
    assertEquals(List.of(password), EnvironmentSecrets.of(Map.of("DB_PASSWORD", password)));
    assertEquals(List.of(password), EnvironmentSecrets.of(Map.of("SHOP_API_KEY", password)));
  }

  @Test
  void whatHasAnotherNameOrIsAPlaceIsNone() {
    assertEquals(
        List.of(),
        EnvironmentSecrets.of(
            Map.of(
                "LANG", password,
                "TOKEN_TTL", "86400",
                "SSH_AUTH_SOCK", "/tmp/agent.17",
                "CREDENTIAL", "/home/ada/credential.json")));
  }

  @Test
  void filesOfVariablesAreReadWithQuotesAndComments() {
    var read =
        EnvironmentSecrets.read(
            """
            # the shop
            DB_USER=ada
            export DB_PASSWORD="two words"
            API_KEY='x#y' # the old one
            EMPTY=
            PLAIN = value # why
            no variable
            """);
    assertEquals(
        Map.of(
            "DB_USER", "ada",
            "DB_PASSWORD", "two words",
            "API_KEY", "x#y",
            "EMPTY", "",
            "PLAIN", "value"),
        read);
  }
}
