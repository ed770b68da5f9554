package dev.mantra.redactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells from a name whether what has it is a secret. */
enum SecretName {
  /** It is none. */
  NONE,
  /** It may be one, if it looks random. */
  MAYBE,
  /** A token or key. */
  TOKEN,
  /** A password, which people choose. */
  PASSWORD;

  private static final Set<String> PASSWORDS =
      words(
          """
          password passwd passwort passphrase passcode pwd pw pass psw pswd passw userpw rootpw
          bindpw psk pgpassword storepass keypass dbpass userpass sshpass mysqlpass rootpass
          adminpass becomepass authpass loginpass srcstorepass deststorepass dbpwd mysqlpwd
          userpwd kennwort senha contrasena masterauth requirepass sudopass vaultpass keystorepass
          truststorepass ftppass smtppass proxypass httppass mypass newpass oldpass unlock
          """);

  private static final Set<String> TOKENS =
      words(
          """
          secret secrets token apikey credential credentials jwt privkey bearer authtoken
          accesskey secretkey privatekey sharedkey masterkey signingkey encryptionkey presharedkey
          accountkey authkey appkey pat authkeys apikeys clientkey servicekey licensekey deploykey
          sas mnemonic serverkey adminkey apisecret appsecret licencekey
          """);

  /** Before {@code key}, these make a secret of it. */
  private static final Set<String> KEYED =
      words(
          """
          api secret access private account encryption encrypt encrypting crypto crypt master
          signing sign signature storage admin app application auth authentication service server
          client license licence webhook session shared deploy integration write read rest ingest
          ingestion subscription function functions host management hmac aes jwt cookie wallet io
          age tls ssl ssh gpg pgp rsa vault unseal recovery transfer merchant consumer developer
          personal project org bot maps registry publish push secretaccess sharedaccess decryption
          root provisioning instance seed serverless billing payment token bearer x user
          """);

  /** Before {@code key}, these make something else of it. */
  private static final Set<String> OTHER_KEYS =
      words(
          """
          public primary foreign cache sort partition hash range composite unique index lookup map
          dict json object column row order idempotency event routing translation message i18n
          keyboard hot shortcut arrow tab return enter the a group natural surrogate candidate
          super any each every this data metadata config setting option property field attribute
          header param query search label tag locale state store bucket s3 file path pub publickey
          known meta registry_key accent
          """);

  /** Behind a secret's name, these make it the name of something else. */
  private static final Set<String> PROPERTIES =
      words(
          """
          id ids name names type types url uri urls endpoint path paths file files filename dir
          directory folder count counts counter len length size ttl expiry expires expire
          expiration expired at policy field fields header headers env var ref reference version
          limit limits usage used class provider manager store storage format prompt prefix suffix
          hint label required enabled disabled reset rotation strength regex pattern validator
          input form page error errors request response arn alias algorithm alg scope scopes bits
          rate budget index hash fingerprint digest info status state source command cmd helper
          handler service factory builder parser reader writer list map set cache cached table
          column row rows exists valid invalid is has get min max change changed txt md py js ts
          go rs java rb php json yaml yml toml html css sh c h conf cfg ini log lock tmpl tpl
          example schema spec test tests param params parameter argument arg option options flag
          kind mode method stream pos position start end offset line lines no num number per to
          from of in on by for with and or com org net dev gov edu backend engine selector ring
          pair pairs space word words code codes stuffing auth
          """);

  /** Behind a secret's name, these say nothing new. */
  private static final Set<String> QUALIFIERS =
      words(
          """
          prod production staging stage live old new current previous value val string plain
          plaintext raw base64 b64 b a main base data default primary secondary backup global
          local rw ro readonly write hex encoded override once temp tmp v
          """);

  private static final Set<String> ENDINGS =
      words(
          """
          password passwd passphrase secret token apikey secretkey privatekey accesskey pwd
          """);

  private static final Set<String> NO_PASSES =
      Set.of("bypass", "compass", "surpass", "trespass", "overpass", "underpass", "encompass");

  private static final Set<String> MAYBES =
      words(
          """
          key auth session sid cookie sessionid seed dsn webhook phpsessid jsessionid csrf xsrf
          csrftoken authorization signature
          """);

  /** Whether a value of this name is a secret if it looks as if a person chose it. */
  boolean isCertain() {
    return this == TOKEN || this == PASSWORD;
  }

  static SecretName of(CharSequence name) {
    var words = words(name);
    while (words.size() > 1
        && (QUALIFIERS.contains(words.getLast()) || isNumber(words.getLast()))) {
      words.removeLast();
    }
    if (words.isEmpty()) {
      return NONE;
    }
    var last = words.getLast();
    var before = words.size() > 1 ? words.get(words.size() - 2) : "";
    if (PASSWORDS.contains(last) || isPass(last)) {
      return PASSWORD;
    }
    if (last.equals("key") || last.equals("keys")) {
      return key(words, before, name);
    }
    if (TOKENS.contains(last)) {
      return TOKEN;
    }
    for (var ending : ENDINGS) {
      if (last.endsWith(ending)) {
        return ending.startsWith("p") && !ending.equals("privatekey") ? PASSWORD : TOKEN;
      }
    }
    if (last.equals("auth") && words.size() == 1 && name.charAt(0) == '_') {
      return TOKEN;
    }
    if (PROPERTIES.contains(last)) {
      return last.equals("auth") ? MAYBE : NONE;
    }
    if (words.contains("secret") || words.contains("password") || words.contains("passwd")) {
      return MAYBE;
    }
    return MAYBES.contains(last) ? MAYBE : NONE;
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }

  private static SecretName key(List<String> words, String before, CharSequence name) {
    if (KEYED.contains(before)) {
      return TOKEN;
    }
    if (OTHER_KEYS.contains(before)) {
      return NONE;
    }
    // SOMETHING_KEY in the environment is a key to something
    return words.size() > 1 && isUpperCase(name) ? MAYBE : NONE;
  }

  private static boolean isPass(String word) {
    return word.endsWith("pass") && word.length() <= 14 && !NO_PASSES.contains(word);
  }

  private static boolean isUpperCase(CharSequence name) {
    return name.chars().noneMatch(c -> c >= 'a' && c <= 'z');
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The words of a name in snake case, kebab case, camel case, or with points. */
  private static List<String> words(CharSequence name) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Words.isLetterOrDigit(c)) {
        end(word, words);
        continue;
      }
      boolean upper = Character.isUpperCase(c);
      boolean digit = Character.isDigit(c);
      if (!word.isEmpty()) {
        char last = name.charAt(i - 1);
        boolean hump = upper && !Character.isUpperCase(last);
        boolean acronymEnds =
            upper
                && i + 1 < name.length()
                && Character.isLowerCase(name.charAt(i + 1))
                && Character.isUpperCase(last);
        if (hump || acronymEnds || digit != Character.isDigit(last)) {
          end(word, words);
        }
      }
      word.append(c);
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}
