package org.tnregistry.ledger.tree;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.shared.json.StoredJson;

/**
 * An entry as the tree holds it. The feed's index is not in it: who holds two leaves would learn
 * how many entries others made in between. The order of the leaves is that of the indexes.
 */
public final class Leaf {
  /** Of the journal as {@code j}: what {@link #of} reads. */
  public static final String COLUMNS =
      """
      j.id, j.at, j.agency, j.actor, j.act, j.subject_kind, j.subject, j.subject_revision,
      j.reach_before, j.bars_before, j.reach_after, j.bars_after, j.audience_before,
      j.audience_after, j.commitment, j.leaf_salt\
      """;

  private static final String TYPE = "tnr-ledger-entry/1";

  /** Always six digits, which is what the database keeps. */
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final UUID entry;
  private final UUID agency;
  private final byte[] bytes;

  private Leaf(UUID entry, UUID agency, byte[] bytes) {
    this.entry = entry;
    this.agency = agency;
    this.bytes = bytes;
  }

  /**
   * @param row with the {@link #COLUMNS}
   */
  public static Leaf of(ResultSet row) throws SQLException {
    var leaf = JsonNodeFactory.instance.objectNode().put("type", TYPE);
    for (var column : new String[] {"id", "agency", "actor", "act", "subject_kind", "subject"}) {
      leaf.put(member(column), row.getString(column));
    }
    leaf.put("at", at(row.getTimestamp("at").toInstant()));
    for (var column :
        new String[] {
          "subject_revision", "reach_before", "bars_before", "reach_after", "bars_after"
        }) {
      leaf.put(member(column), row.getInt(column));
    }
    audience(leaf, "audienceBefore", row.getString("audience_before"));
    audience(leaf, "audienceAfter", row.getString("audience_after"));
    var commitment = row.getBytes("commitment");
    leaf.put("commitment", commitment == null ? null : base64(commitment));
    leaf.put("salt", base64(row.getBytes("leaf_salt")));
    return new Leaf(
        row.getObject("id", UUID.class),
        row.getObject("agency", UUID.class),
        CanonicalJson.of(leaf));
  }

  private static void audience(ObjectNode leaf, String member, @Nullable String audience) {
    leaf.set(
        member,
        audience == null ? JsonNodeFactory.instance.nullNode() : StoredJson.parse(audience));
  }

  private static String member(String column) {
    int at = column.indexOf('_');
    return at < 0
        ? column
        : column.substring(0, at)
            + Character.toUpperCase(column.charAt(at + 1))
            + column.substring(at + 2);
  }

  static String at(Instant instant) {
    return MICROSECONDS.format(instant);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  public UUID entry() {
    return entry;
  }

  public UUID agency() {
    return agency;
  }

  /** Canonical JSON: what is hashed, and what a receipt shows. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public Hash hash() {
    return Hash.ofLeaf(bytes);
  }
}
