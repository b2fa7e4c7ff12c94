package org.tnregistry.ledger.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.ledger.merkle.TreeHead;

/** Notes that others wrote are read, and ours are read by others. */
class SignedNoteTest {
  /** The example of Go's golang.org/x/mod/sumdb/note, with its key. */
  private static final String GO_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String GO_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private static final NoteSigner SIGNER = signer("example.org/log");
  private static final NoteSigner WITNESS = signer("witness.example/w1");
  private static final String TEXT =
      new Checkpoint("example.org/log", new TreeHead(7, Hash.ofNothing())).text();

  private static NoteSigner signer(String name) {
    try {
      return NoteSigner.of(name, NoteSigner.newKey());
    } catch (NoteException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aNoteOfAnotherImplementationIsVerified() throws NoteException {
    var key = VerifierKey.parse(GO_KEY);
    assertTrue(SignedNote.parse(GO_NOTE).isSignedBy(key));
    assertFalse(SignedNote.parse(GO_NOTE.replace("answer", "anchor")).isSignedBy(key));
    assertEquals(GO_KEY, key.toString());
  }

  @Test
  void whatIsSignedCanBeReadAndVerifiedAgain() throws NoteException {
    var note = SignedNote.parse(SIGNER.sign(TEXT).toString());
    assertTrue(note.isSignedBy(VerifierKey.parse(SIGNER.verifierKey().toString())));
    assertFalse(note.isSignedBy(signer("example.org/log").verifierKey()));
    assertFalse(note.isSignedBy(WITNESS.verifierKey()));
    assertEquals(7, Checkpoint.parse(note.text()).tree().size());
  }

  @Test
  void aWitnessSignsTheTimeWithTheCheckpoint() throws NoteException {
    var note = SIGNER.sign(TEXT).and(List.of(WITNESS.cosign(TEXT, 1_700_000_000)));
    var read = SignedNote.parse(note.toString());
    assertTrue(read.isSignedBy(WITNESS.cosignatureKey()));
    assertFalse(read.isSignedBy(WITNESS.verifierKey()), "the key's type is part of its id");
    var other = new SignedNote(TEXT.replace("7", "8"), read.signatures());
    assertFalse(other.isSignedBy(WITNESS.cosignatureKey()));
  }

  @Test
  void oneWrongSignatureOfAKeyOutweighsARightOne() throws NoteException {
    var right = SIGNER.sign(TEXT);
    var wrong = SIGNER.sign(TEXT + "x\n").signatures();
    assertFalse(right.and(wrong).isSignedBy(SIGNER.verifierKey()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\n— name\n",
        "text\n\n— name AAAA\n",
        "text\n\n— na+me AAAAAAAAAAAA\n",
        "text\n\n- name AAAAAAAAAAAA\n",
        "text\n\n— name AAAAAAAAAAAA",
        "te\txt\n\n— name AAAAAAAAAAAA\n",
        "text\n\n— name !AAAAAAAAAAA\n"
      })
  void whatIsNoNoteIsRefused(String text) {
    assertThrows(NoteException.class, () -> SignedNote.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o\n1\n",
        "o\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n1\nAAAA\n",
        "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n",
        "o\n99999999999999999999\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
      })
  void whatIsNoCheckpointIsRefused(String text) {
    assertThrows(NoteException.class, () -> Checkpoint.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+Bhpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AAAA"
      })
  void whatIsNoVerifierKeyIsRefused(String text) {
    assertThrows(NoteException.class, () -> VerifierKey.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----END PRIVATE KEY----- -----BEGIN PRIVATE KEY-----"
      })
  void whatIsNoPrivateKeyIsRefused(String pem) {
    assertThrows(NoteException.class, () -> NoteSigner.of("name", pem));
  }

  @Test
  void aKeyThatOpensslWroteIsRead() throws NoteException {
    // The private key of RFC 8410, section 10.3, and its public key.
    var pem =
        """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
        -----END PRIVATE KEY-----
        """;
    var key = NoteSigner.of("name", pem).verifierKey().toString();
    var bytes = Base64.getDecoder().decode(key.split("\\+", 3)[2]);
    assertEquals(
        "01" + "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1",
        HexFormat.of().formatHex(bytes));
  }
}
