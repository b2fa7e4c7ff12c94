package org.tnregistry.shared.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;

/**
 * Encrypts with a new data key each time (AES-256-GCM), and wraps that key with the master key.
 * Whoever destroys the wrapped key destroys the content, in every copy. Thread-safe.
 */
@ApplicationScoped
public class Envelope {
  private final MasterKey master;

  public Envelope(MasterKey master) {
    this.master = master;
  }

  /** Encrypts for one place; it opens nowhere else. */
  public Sealed seal(Place place, byte[] clear) {
    try {
      var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
      var bytes =
          TinkProtoKeysetFormat.serializeKeyset(
              key, InsecureSecretKeyAccess.get(), AeadConfig2026.get());
      return new Sealed(master.wrap(bytes), aead(key).encrypt(clear, place.bytes()));
    } catch (GeneralSecurityException e) {
      throw new CryptoException("the content could not be encrypted", e);
    }
  }

  /**
   * @throws CryptoException when it was not sealed for this place, was changed, or its master key
   *     is not there
   */
  public byte[] open(Place place, Sealed sealed) {
    try {
      var key =
          TinkProtoKeysetFormat.parseKeyset(
              master.unwrap(sealed.key()), InsecureSecretKeyAccess.get(), AeadConfig2026.get());
      return aead(key).decrypt(sealed.ciphertext(), place.bytes());
    } catch (GeneralSecurityException e) {
      throw new CryptoException("the content of " + place.table() + " does not open", e);
    }
  }

  private static Aead aead(KeysetHandle key) throws GeneralSecurityException {
    return key.getPrimitive(AeadConfig2026.get(), Aead.class);
  }
}
