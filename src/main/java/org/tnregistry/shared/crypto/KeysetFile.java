package org.tnregistry.shared.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.TreeSet;
import org.tnregistry.shared.postgres.PrivateFiles;

/**
 * The master keys in a file of the operator's: a Tink keyset in JSON, not encrypted. A rotation
 * changes the file while the service runs, so it is read again when it changed, and when a key is
 * asked for that it did not hold. Thread-safe.
 */
final class KeysetFile implements MasterKey {
  private static final byte[] PURPOSE = "tnr data key".getBytes(UTF_8);

  private record Loaded(KeysetHandle keys, FileTime changed) {}

  private final Path file;
  private volatile Loaded loaded;

  private KeysetFile(Path file, Loaded loaded) {
    this.file = file;
    this.loaded = loaded;
  }

  /**
   * @throws CryptoException when there is no keyset in the file, or others than its owner and group
   *     can read it
   */
  static KeysetFile open(Path file) {
    return new KeysetFile(file, load(file));
  }

  /** A new keyset with one key. Never replaces a file: what it wrapped would be lost. */
  static KeysetFile create(Path file) {
    if (Files.exists(file)) {
      throw new CryptoException(file + " exists already");
    }
    try {
      write(
          file,
          KeysetHandle.generateNew(
              PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE, AeadConfig2026.get()));
    } catch (GeneralSecurityException e) {
      throw new CryptoException("no master key could be made", e);
    }
    return open(file);
  }

  @Override
  public WrappedKey wrap(byte[] dataKey) {
    reloadIfChanged();
    var keys = loaded.keys();
    try {
      return new WrappedKey(id(keys.getPrimary()), aead(keys).encrypt(dataKey, PURPOSE));
    } catch (GeneralSecurityException e) {
      throw new CryptoException("the data key could not be wrapped", e);
    }
  }

  @Override
  public byte[] unwrap(WrappedKey key) {
    if (!ids().contains(key.master())) {
      loaded = load(file);
      if (!ids().contains(key.master())) {
        throw new CryptoException("the master key " + key.master() + " is not in " + file);
      }
    }
    try {
      return aead(loaded.keys()).decrypt(key.bytes(), PURPOSE);
    } catch (GeneralSecurityException e) {
      throw new CryptoException("the data key does not open with its master key", e);
    }
  }

  @Override
  public String current() {
    reloadIfChanged();
    return id(loaded.keys().getPrimary());
  }

  /** Every master key in the file. */
  Set<String> ids() {
    var keys = loaded.keys();
    var ids = new TreeSet<String>();
    for (int i = 0; i < keys.size(); i++) {
      ids.add(id(keys.getAt(i)));
    }
    return ids;
  }

  /** Adds a key that wraps from now on; the others go on opening what they wrapped. */
  void addPrimary() {
    try {
      var entry =
          KeysetHandle.generateEntryFromParameters(
                  PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE)
              .withRandomId()
              .makePrimary();
      replace(
          KeysetHandle.newBuilder(load(file).keys())
              .setConfiguration(AeadConfig2026.get())
              .addEntry(entry)
              .build());
    } catch (GeneralSecurityException e) {
      throw new CryptoException("no master key could be added", e);
    }
  }

  /** Removes every key but the one that wraps. */
  void removeOthers() {
    try {
      var builder =
          KeysetHandle.newBuilder(load(file).keys()).setConfiguration(AeadConfig2026.get());
      for (int i = builder.size() - 1; i >= 0; i--) {
        if (!builder.getAt(i).isPrimary()) {
          builder.deleteAt(i);
        }
      }
      replace(builder.build());
    } catch (GeneralSecurityException e) {
      throw new CryptoException("the old master keys could not be removed", e);
    }
  }

  private void replace(KeysetHandle keys) throws GeneralSecurityException {
    write(file, keys);
    loaded = load(file);
  }

  private static void write(Path file, KeysetHandle keys) throws GeneralSecurityException {
    try {
      PrivateFiles.write(
          file,
          TinkJsonProtoKeysetFormat.serializeKeyset(
              keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
    } catch (IOException e) {
      throw new CryptoException(file + " cannot be written", e);
    }
  }

  /** A file that is just being replaced, or is gone, is no reason to stop what works. */
  private void reloadIfChanged() {
    try {
      if (!Files.getLastModifiedTime(file).equals(loaded.changed())) {
        loaded = load(file);
      }
    } catch (IOException e) {
      return;
    }
  }

  private static Loaded load(Path file) {
    try {
      if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
        throw new CryptoException(file + " can be read by every user; close it (chmod 600)");
      }
      var changed = Files.getLastModifiedTime(file);
      var keys =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
      return new Loaded(keys, changed);
    } catch (IOException | GeneralSecurityException e) {
      throw new CryptoException("there is no master keyset in " + file, e);
    }
  }

  private static Aead aead(KeysetHandle keys) throws GeneralSecurityException {
    return keys.getPrimitive(AeadConfig2026.get(), Aead.class);
  }

  private static String id(KeysetHandle.Entry key) {
    return Integer.toUnsignedString(key.getId());
  }
}
