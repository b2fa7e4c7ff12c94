package org.tnregistry.shared.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keyed fingerprints (HMAC-SHA-256) of what must be found or compared but not be guessed from a
 * dump. Their keys stand in the table prf_key, wrapped by the master key. Thread-safe.
 */
@ApplicationScoped
public class PrfKeys {
  /** What a key is for; no key serves two purposes. */
  public enum Purpose {
    NAMES,
    BODIES;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final DataSource database;
  private final MasterKey master;
  private volatile Map<Purpose, PrfSet> keys = Map.of();

  PrfKeys(DataSource database, MasterKey master) {
    this.database = database;
    this.master = master;
  }

  /**
   * Makes the keys that are not there yet and loads all. To be called at the start, in a
   * transaction of its own: a fingerprint by a key that was rolled back would match nothing.
   */
  public void load() {
    var loaded = new EnumMap<Purpose, PrfSet>(Purpose.class);
    try (var connection = database.getConnection()) {
      for (var purpose : Purpose.values()) {
        var stored = find(connection, purpose);
        if (stored == null) {
          create(connection, purpose);
          stored = find(connection, purpose);
        }
        if (stored == null) {
          throw new CryptoException("the key for " + purpose.code() + " was not stored");
        }
        loaded.put(purpose, prf(master.unwrap(stored)));
      }
    } catch (SQLException | GeneralSecurityException e) {
      throw new CryptoException("the index keys could not be loaded", e);
    }
    keys = loaded;
  }

  /** The first bytes of the fingerprint, at most 32. */
  public byte[] fingerprint(Purpose purpose, byte[] content, int bytes) {
    try {
      return key(purpose).computePrimary(content, bytes);
    } catch (GeneralSecurityException e) {
      throw new CryptoException("no fingerprint could be made", e);
    }
  }

  /** Which key makes the fingerprints: those of another key have to be made again. */
  public String id(Purpose purpose) {
    return Integer.toUnsignedString(key(purpose).getPrimaryId());
  }

  private PrfSet key(Purpose purpose) {
    var key = keys.get(purpose);
    if (key == null) {
      throw new CryptoException("the index keys are not loaded yet");
    }
    return key;
  }

  private static PrfSet prf(byte[] keyset) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseKeyset(
            keyset, InsecureSecretKeyAccess.get(), PrfConfig2026.get())
        .getPrimitive(PrfConfig2026.get(), PrfSet.class);
  }

  private static @Nullable WrappedKey find(Connection connection, Purpose purpose)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT master_key, wrapped_key FROM prf_key WHERE purpose = ?")) {
      select.setString(1, purpose.code());
      try (var row = select.executeQuery()) {
        return row.next() ? new WrappedKey(row.getString(1), row.getBytes(2)) : null;
      }
    }
  }

  /** Of two replicas that start at once, both take the key of the faster one. */
  private void create(Connection connection, Purpose purpose)
      throws SQLException, GeneralSecurityException {
    var key =
        KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, PrfConfig2026.get());
    var wrapped =
        master.wrap(
            TinkProtoKeysetFormat.serializeKeyset(
                key, InsecureSecretKeyAccess.get(), PrfConfig2026.get()));
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO prf_key (purpose, master_key, wrapped_key) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """)) {
      insert.setString(1, purpose.code());
      insert.setString(2, wrapped.master());
      insert.setBytes(3, wrapped.bytes());
      insert.executeUpdate();
    }
  }
}
