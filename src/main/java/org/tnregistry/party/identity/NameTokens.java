package org.tnregistry.party.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.tnregistry.party.names.NameReader;
import org.tnregistry.party.script.NameReading;
import org.tnregistry.shared.crypto.PrfKeys;
import org.tnregistry.shared.crypto.PrfKeys.Purpose;

/**
 * The tokens of the blind index. Each is cut to 16 bits, so that several forms share it: a token
 * alone does not tell which (docs/adr/0015).
 */
@ApplicationScoped
public class NameTokens {
  private static final int BYTES = 2;

  private final NameReader reader = NameReading.reader();
  private final PrfKeys keys;

  NameTokens(PrfKeys keys) {
    this.keys = keys;
  }

  /** The reader by whose rules names are indexed. */
  public NameReader reader() {
    return reader;
  }

  /** The tokens of all the names together, each from 0 to 65,535. */
  public Set<Integer> of(Collection<String> names) {
    var tokens = new TreeSet<Integer>();
    for (var name : names) {
      for (var key : reader.keys(reader.read(name))) {
        tokens.add(token(key));
      }
    }
    return tokens;
  }

  private int token(String key) {
    var bits = keys.fingerprint(Purpose.NAMES, key.getBytes(UTF_8), BYTES);
    return Short.toUnsignedInt(ByteBuffer.wrap(bits).getShort());
  }

  /** Changes with the rules and with the key: what has another one must be indexed again. */
  String version() {
    return NameReader.VERSION + "/" + keys.id(Purpose.NAMES);
  }
}
