package org.tnregistry.access.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.eclipse.microprofile.config.Config;

/** Reads the settings for what must not be in production. */
final class ConfigurationSafety {
  private static final String URL = "quarkus.datasource.jdbc.url";

  /** Who else is given a URL, by which its own password is sent; without one, the URL above. */
  private static final List<String> OTHER_URLS =
      List.of("quarkus.flyway.jdbc-url", "quarkus.datasource.limits.jdbc.url");

  private static final String ORIGINS = "quarkus.http.cors.origins";
  private static final String OWNER = "quarkus.flyway.username";
  private static final String OWNER_PASSWORD = "quarkus.flyway.password";
  static final String ALLOW_PLAINTEXT = "tnr.database.allow-plaintext";

  /** What stands between the scheme and the path: hosts with or without ports. */
  private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]*)");

  private static final Pattern SSL_MODE_IN_URL = Pattern.compile("[?&]sslmode=([^&]*)");
  private static final Pattern PORT = Pattern.compile(":\\d*$");
  private static final Set<String> LOOPBACK = Set.of("", "localhost", "127.0.0.1", "[::1]");

  /** Others are tried and, when an attacker on the way says no, done without. */
  private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

  /** An origin that nobody means to allow. */
  private static final String STRANGER = "https://stranger.invalid";

  private final Config config;

  ConfigurationSafety(Config config) {
    this.config = config;
  }

  List<Unsafe> found() {
    var unsafe = new ArrayList<Unsafe>();
    for (var origin : value(ORIGINS).split(",", -1)) {
      if (allowsEverybody(origin.strip())) {
        unsafe.add(new Unsafe(ORIGINS, "every web page could use the credentials of its visitor"));
      }
    }
    var owner = value(OWNER);
    if (owner.isEmpty() || owner.equals(value("quarkus.datasource.username"))) {
      unsafe.add(
          new Unsafe(
              OWNER, "migrations need a role of their own, which owns what the service uses"));
    }
    if (value(OWNER_PASSWORD).isEmpty()) {
      unsafe.add(
          new Unsafe(OWNER_PASSWORD, "without it migrations would run as the role of the service"));
    }
    unsafe.addAll(unprotected());
    return unsafe;
  }

  /** The connections alone, which commands of the operator make as well. */
  List<Unsafe> unprotected() {
    var unsafe = new ArrayList<Unsafe>();
    requireProtection(URL, unsafe);
    OTHER_URLS.stream()
        .filter(other -> !value(other).isEmpty() && !value(other).equals(value(URL)))
        .forEach(other -> requireProtection(other, unsafe));
    return unsafe;
  }

  private static boolean allowsEverybody(String origin) {
    if (origin.equals("*")) {
      return true;
    }
    if (origin.length() < 2 || !origin.startsWith("/") || !origin.endsWith("/")) {
      return false;
    }
    try {
      return Pattern.matches(origin.substring(1, origin.length() - 1), STRANGER);
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private void requireProtection(String property, List<Unsafe> unsafe) {
    var url = value(property);
    if (!isEncrypted(url) && !isLoopback(url) && !value(ALLOW_PLAINTEXT).equals("true")) {
      unsafe.add(
          new Unsafe(
              property,
              "records would cross the network unencrypted; add sslmode=verify-full to it, or set "
                  + ALLOW_PLAINTEXT
                  + "=true where the network itself encrypts"));
    }
  }

  /** By the URL alone: what is set beside it for the service does not reach the migrations. */
  private static boolean isEncrypted(String url) {
    var modes = SSL_MODE_IN_URL.matcher(url).results().map(mode -> mode.group(1)).toList();
    return !modes.isEmpty()
        && modes.stream().allMatch(mode -> ENCRYPTED.contains(mode.toLowerCase(Locale.ROOT)));
  }

  private static boolean isLoopback(String url) {
    var hosts = HOSTS.matcher(url);
    if (!hosts.find()) {
      return false;
    }
    for (var host : hosts.group(1).split(",", -1)) {
      if (!LOOPBACK.contains(PORT.matcher(host).replaceFirst(""))) {
        return false;
      }
    }
    return true;
  }

  private String value(String name) {
    return config.getOptionalValue(name, String.class).orElse("").strip();
  }
}
