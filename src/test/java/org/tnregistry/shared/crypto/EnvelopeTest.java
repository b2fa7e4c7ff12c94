package org.tnregistry.shared.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvelopeTest {
  private static final Place PLACE = new Place("table", "column", "row-1");
  private static final byte[] CLEAR = "Ботагөз".getBytes(UTF_8);

  @TempDir Path folder;

  @Test
  void whatWasSealedOpensAtItsPlace() {
    var envelope = new Envelope(keys());
    assertEquals("Ботагөз", new String(envelope.open(PLACE, envelope.seal(PLACE, CLEAR)), UTF_8));
  }

  @Test
  void aCiphertextDoesNotOpenAtAnotherPlace() {
    var envelope = new Envelope(keys());
    var sealed = envelope.seal(PLACE, CLEAR);
    for (var place :
        Set.of(
            new Place("table", "column", "row-2"),
            new Place("table", "other", "row-1"),
            new Place("other", "column", "row-1"))) {
      assertThrows(CryptoException.class, () -> envelope.open(place, sealed));
    }
  }

  @Test
  void aChangedBitIsNoticed() {
    var envelope = new Envelope(keys());
    var sealed = envelope.seal(PLACE, CLEAR);
    for (var bytes : Set.of(sealed.ciphertext(), sealed.key().bytes())) {
      bytes[bytes.length - 1] ^= 1;
      assertThrows(CryptoException.class, () -> envelope.open(PLACE, sealed));
      bytes[bytes.length - 1] ^= 1;
    }
  }

  @Test
  void theSameContentIsNeverSealedToTheSameBytes() {
    var envelope = new Envelope(keys());
    assertNotEquals(
        HexFormat.of().formatHex(envelope.seal(PLACE, CLEAR).ciphertext()),
        HexFormat.of().formatHex(envelope.seal(PLACE, CLEAR).ciphertext()));
  }

  @Test
  void anotherMasterKeyOpensNothing() {
    var sealed = new Envelope(keys()).seal(PLACE, CLEAR);
    var other = new Envelope(KeysetFile.create(folder.resolve("other.json")));
    assertThrows(CryptoException.class, () -> other.open(PLACE, sealed));
  }

  @Test
  void aRunningServiceTakesTheKeyThatARotationAdded() {
    var service = keys();
    var envelope = new Envelope(service);
    var before = envelope.seal(PLACE, CLEAR);
    var command = KeysetFile.open(folder.resolve("keys.json"));
    command.addPrimary();
    var after = new Envelope(command).seal(PLACE, CLEAR);
    assertEquals("Ботагөз", new String(envelope.open(PLACE, after), UTF_8));
    assertEquals(command.current(), envelope.seal(PLACE, CLEAR).key().master());
    assertEquals("Ботагөз", new String(envelope.open(PLACE, before), UTF_8));
    command.removeOthers();
    assertEquals(Set.of(command.current()), command.ids());
    var left = new Envelope(KeysetFile.open(folder.resolve("keys.json")));
    assertThrows(CryptoException.class, () -> left.open(PLACE, before));
  }

  @Test
  void theFileIsClosedToOthersAndNeverReplaced() throws Exception {
    keys();
    var file = folder.resolve("keys.json");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertThrows(CryptoException.class, () -> KeysetFile.create(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    var refusal = assertThrows(CryptoException.class, () -> KeysetFile.open(file));
    assertTrue(String.valueOf(refusal.getMessage()).contains("chmod 600"));
  }

  @Test
  void noMessageHoldsWhatWasSealed() {
    var envelope = new Envelope(keys());
    var sealed = envelope.seal(PLACE, CLEAR);
    var failure =
        assertThrows(
            CryptoException.class, () -> envelope.open(new Place("a", "b", "Ботагөз"), sealed));
    assertFalse(String.valueOf(failure.getMessage()).contains("Ботагөз"));
  }

  private KeysetFile keys() {
    return KeysetFile.create(folder.resolve("keys.json"));
  }
}
