package org.tnregistry.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tnregistry.shared.start.LocalConfig;

/** Where the key comes from, and what stops the start. */
class SigningKeyTest {
  private static final Optional<String> ORIGIN = Optional.of("registry.example.org/v1/ledger");

  @TempDir Path folder;

  private record Config(
      Optional<String> origin,
      Optional<Path> signingKeyFile,
      Optional<List<String>> formerVerifierKeys)
      implements LedgerConfig {
    @Override
    public Duration checkpointEvery() {
      return Duration.ofMinutes(1);
    }

    @Override
    public int leavesPerCheckpoint() {
      return 16;
    }
  }

  private record Local(Path dataFolder) implements LocalConfig {
    @Override
    public Optional<Path> binariesFolder() {
      return Optional.empty();
    }
  }

  private SigningKey key(String mode, Optional<String> origin, Optional<Path> file) {
    return new SigningKey(new Config(origin, file, Optional.empty()), new Local(folder), mode);
  }

  private void assertRefused(String property, Optional<String> origin, Optional<Path> file) {
    var refusal = assertThrows(IllegalStateException.class, () -> key("production", origin, file));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith(property + ": "), refusal::toString);
  }

  @Test
  void locallyAKeyIsMadeOnceInAPrivateFile() throws Exception {
    var first = key("local", Optional.empty(), Optional.empty()).signer().verifierKey().toString();
    var second = key("local", Optional.empty(), Optional.empty()).signer().verifierKey().toString();
    assertEquals(first, second);
    assertTrue(first.startsWith("tnr-registry.local/ledger+"), first);
    var permissions = Files.getPosixFilePermissions(folder.resolve("ledger-signing-key.pem"));
    assertEquals("rw-------", PosixFilePermissions.toString(permissions));
  }

  @Test
  void inProductionOriginAndKeyMustBeGiven() {
    var file = folder.resolve("key.pem");
    assertRefused("tnr.ledger.origin", Optional.empty(), Optional.of(file));
    assertRefused("tnr.ledger.signing-key-file", ORIGIN, Optional.empty());
    assertRefused("tnr.ledger.signing-key-file", ORIGIN, Optional.of(file));
    assertFalse(Files.exists(file), "a key is not made where the operator's is missing");
  }

  @Test
  void whatIsNoKeyIsRefused() throws Exception {
    var file = Files.writeString(folder.resolve("key.pem"), "secret");
    assertRefused("tnr.ledger.signing-key-file", ORIGIN, Optional.of(file));
  }

  @Test
  void aKeyThatEveryUserCanReadIsRefused() throws Exception {
    key("local", Optional.empty(), Optional.empty());
    var file = folder.resolve(SigningKey.FILE);
    assertNotNull(key("production", ORIGIN, Optional.of(file)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertRefused("tnr.ledger.signing-key-file", ORIGIN, Optional.of(file));
  }

  @Test
  void aFormerKeyThatIsNoneIsRefused() {
    var config = new Config(ORIGIN, Optional.empty(), Optional.of(List.of("key")));
    var refusal =
        assertThrows(
            IllegalStateException.class, () -> new SigningKey(config, new Local(folder), "local"));
    assertTrue(
        String.valueOf(refusal.getMessage()).startsWith("tnr.ledger.former-verifier-keys: "));
  }
}
