package org.tnregistry.ledger.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree that Certificate Transparency's implementations are tested with. */
class MerkleTreeTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final List<Hash> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(HEX::parseHex)
          .map(Hash::ofLeaf)
          .toList();
  private static final MerkleTree TREE = new MerkleTree(NaiveTree.nodes(LEAVES));

  private static final String LEAF_1 =
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
  private static final String LEAVES_2_3 =
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
  private static final String LEAVES_4_7 =
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
  private static final String LEAF_4 =
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
  private static final String LEAVES_4_5 =
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
  private static final String LEAVES_6_7 =
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
  private static final String LEAVES_0_3 =
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void theRootIsTheKnownOne(int size, String root) {
    assertEquals(root, HEX.formatHex(TREE.root(size).bytes()));
  }

  @Test
  void inclusionProofsAreTheKnownOnes() {
    assertEquals(List.of(), TREE.inclusion(0, 1));
    assertEquals(hashes(LEAF_1, LEAVES_2_3, LEAVES_4_7), TREE.inclusion(0, 8));
    assertEquals(hashes(LEAF_4, LEAVES_6_7, LEAVES_0_3), TREE.inclusion(5, 8));
    assertEquals(hashes(LEAVES_0_3), TREE.inclusion(4, 5));
  }

  @Test
  void consistencyProofsAreTheKnownOnes() {
    assertEquals(List.of(), TREE.consistency(1, 1));
    assertEquals(hashes(LEAF_1, LEAVES_2_3, LEAVES_4_7), TREE.consistency(1, 8));
    assertEquals(hashes(LEAVES_4_5, LEAVES_6_7, LEAVES_0_3), TREE.consistency(6, 8));
    assertEquals(hashes(LEAVES_2_3, LEAF_4), TREE.consistency(2, 5));
  }

  @Test
  void whatIsNotInTheTreeHasNoProof() {
    assertThrows(IllegalArgumentException.class, () -> TREE.inclusion(8, 8));
    assertThrows(IllegalArgumentException.class, () -> TREE.inclusion(-1, 8));
    assertThrows(IllegalArgumentException.class, () -> TREE.consistency(0, 8));
    assertThrows(IllegalArgumentException.class, () -> TREE.consistency(8, 7));
    assertThrows(IllegalArgumentException.class, () -> TREE.root(-1));
  }

  @Test
  void aLeafThatLooksLikeANodeIsNone() {
    var left = LEAVES.get(0).bytes();
    var right = LEAVES.get(1).bytes();
    var both = new byte[64];
    System.arraycopy(left, 0, both, 0, 32);
    System.arraycopy(right, 0, both, 32, 32);
    assertTrue(!Hash.ofLeaf(both).equals(Hash.ofNode(LEAVES.get(0), LEAVES.get(1))));
  }

  private static List<Hash> hashes(String... hex) {
    return Stream.of(hex).map(HEX::parseHex).map(Hash::of).toList();
  }
}
