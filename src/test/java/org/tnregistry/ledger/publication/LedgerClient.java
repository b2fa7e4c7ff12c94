package org.tnregistry.ledger.publication;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.tnregistry.contract.Api;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.ledger.merkle.TileHashes;
import org.tnregistry.ledger.merkle.Tiles;
import org.tnregistry.ledger.note.Checkpoint;
import org.tnregistry.ledger.note.NoteException;
import org.tnregistry.ledger.note.SignedNote;
import org.tnregistry.ledger.note.VerifierKey;

/** What somebody outside does who trusts nobody: fetches and verifies. */
final class LedgerClient {
  static final String LEDGER = "/v1/ledger";

  private LedgerClient() {}

  static SignedNote note() throws NoteException {
    return SignedNote.parse(get("/checkpoint").asString());
  }

  /** The last one, its signature verified with the published key. */
  static Checkpoint checkpoint() throws NoteException {
    return verified(note());
  }

  static Checkpoint verified(SignedNote note) throws NoteException {
    var key = VerifierKey.parse(get("/verifier-key").asString().strip());
    if (!note.isSignedBy(key)) {
      throw new AssertionError("not signed by the published key");
    }
    return Checkpoint.parse(note.text());
  }

  /** Tiles of a tree of that size, full or partial, over HTTP. */
  static Tiles tiles(long size) {
    return new Tiles(
        tile -> {
          int width = tile.width(size);
          var partial = width == 256 ? "" : ".p/" + width;
          var path = "/tile/%d/%s%s".formatted(tile.level(), encoded(tile.number()), partial);
          return TileHashes.of(get(path).asByteArray());
        },
        size);
  }

  private static String encoded(long number) {
    return number < 1_000
        ? "%03d".formatted(number)
        : "x%03d/%03d".formatted(number / 1_000, number % 1_000);
  }

  static List<Hash> hashes(Response proof) {
    return proof.<List<String>>path("hashes").stream()
        .map(h -> Hash.of(Base64.getDecoder().decode(h)))
        .toList();
  }

  static Response get(String path) {
    var answer = Api.anonymous().get(LEDGER + path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(
          path + " " + answer.statusCode() + Arrays.toString(answer.asByteArray()));
    }
    return answer;
  }
}
