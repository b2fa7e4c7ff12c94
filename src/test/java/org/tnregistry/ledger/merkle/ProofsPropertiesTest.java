package org.tnregistry.ledger.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a proof proves, and that nothing else does. */
class ProofsPropertiesTest {
  private static final int MAX = 700;
  private static final List<Hash> LEAVES =
      LongStream.range(0, MAX).mapToObj(ProofsPropertiesTest::leaf).toList();
  private static final MerkleTree TREE = new MerkleTree(NaiveTree.nodes(LEAVES));
  private static final Hash OTHER = leaf(MAX + 1);

  private static Hash leaf(long i) {
    return Hash.ofLeaf(ByteBuffer.allocate(Long.BYTES).putLong(i).array());
  }

  private static TreeHead head(int size) {
    return new TreeHead(size, NaiveTree.root(LEAVES.subList(0, size)));
  }

  @Property
  void everyLeafProvesItsPlaceAndNoOtherLeafOrPlaceDoes(
      @ForAll @IntRange(min = 1, max = MAX) int size, @ForAll @IntRange(max = MAX) int any) {
    int leaf = any % size;
    var proof = TREE.inclusion(leaf, size);
    assertTrue(Proofs.isIncluded(LEAVES.get(leaf), leaf, head(size), proof));
    assertFalse(Proofs.isIncluded(OTHER, leaf, head(size), proof));
    assertFalse(Proofs.isIncluded(LEAVES.get(leaf), size, head(size), proof));
    assertFalse(Proofs.isIncluded(LEAVES.get(leaf), -1, head(size), proof));
    int neighbour = leaf == 0 ? 1 : leaf - 1;
    assertFalse(Proofs.isIncluded(LEAVES.get(leaf), neighbour, head(size), proof));
  }

  @Property
  void anInclusionProofThatWasChangedProvesNothing(
      @ForAll @IntRange(min = 2, max = MAX) int size,
      @ForAll @IntRange(max = MAX) int any,
      @ForAll @IntRange(max = 20) int at) {
    int leaf = any % size;
    var proof = TREE.inclusion(leaf, size);
    for (var changed : changes(proof, at % proof.size())) {
      assertFalse(Proofs.isIncluded(LEAVES.get(leaf), leaf, head(size), changed));
    }
  }

  @Property
  void anyTwoSizesAreConsistentAndNoOtherRootsAre(
      @ForAll @IntRange(min = 1, max = MAX) int to, @ForAll @IntRange(max = MAX) int any) {
    int from = 1 + any % to;
    var proof = TREE.consistency(from, to);
    assertTrue(Proofs.isConsistent(head(from), head(to), proof));
    assertFalse(Proofs.isConsistent(new TreeHead(from, OTHER), head(to), proof));
    assertFalse(Proofs.isConsistent(head(from), new TreeHead(to, OTHER), proof));
    assertFalse(Proofs.isConsistent(new TreeHead(0, OTHER), head(to), proof));
    assertFalse(Proofs.isConsistent(head(to), new TreeHead(from - 1, OTHER), proof));
  }

  @Property
  void aConsistencyProofThatWasChangedProvesNothing(
      @ForAll @IntRange(min = 2, max = MAX) int to,
      @ForAll @IntRange(max = MAX) int any,
      @ForAll @IntRange(max = 20) int at) {
    int from = 1 + any % (to - 1);
    var proof = TREE.consistency(from, to);
    for (var changed : changes(proof, at % proof.size())) {
      assertFalse(Proofs.isConsistent(head(from), head(to), changed));
    }
  }

  @Property(tries = 50)
  void aTreeThatGrowsInTilesIsTheTreeOfItsLeaves(
      @ForAll @IntRange(max = MAX) int first, @ForAll @IntRange(max = MAX) int second) {
    int size = Math.max(first, second);
    var stored = new HashMap<Tile, TileHashes>();
    grow(stored, 0, Math.min(first, second));
    grow(stored, Math.min(first, second), size);
    var tiled = new MerkleTree(new Tiles(t -> stored(stored, t), size));
    assertEquals(head(size).root(), tiled.root(size));
    for (var tile : stored.entrySet()) {
      assertEquals(tile.getKey().width(size), tile.getValue().width());
    }
    if (first > 0) {
      assertEquals(TREE.consistency(Math.min(first, size), size), tiled.consistency(first, size));
    }
  }

  @Property(tries = 100)
  void aTreeWhoseLeavesPassByHasTheSameRoot(@ForAll @IntRange(max = MAX) int size) {
    var frontier = new Frontier();
    LEAVES.subList(0, size).forEach(frontier::add);
    assertEquals(new TreeHead(frontier.size(), frontier.root()), head(size));
  }

  @Example
  void aTreeOfSeventyThousandHasTheTilesOfTheSpecification() {
    var stored = new HashMap<Tile, TileHashes>();
    var tiles = new Tiles(t -> stored(stored, t), 0);
    for (int i = 0; i < 70_000; i++) {
      tiles.add(leaf(i));
    }
    stored.putAll(tiles.changed());
    assertEquals(274 + 2 + 1, stored.size());
    assertEquals(112, stored(stored, new Tile(0, 273)).width());
    assertEquals(17, stored(stored, new Tile(1, 1)).width());
    assertEquals(1, stored(stored, new Tile(2, 0)).width());
  }

  private static void grow(Map<Tile, TileHashes> stored, int from, int to) {
    var tiles = new Tiles(t -> stored(stored, t), from);
    LEAVES.subList(from, to).forEach(tiles::add);
    assertEquals(to, tiles.size());
    stored.putAll(tiles.changed());
  }

  private static TileHashes stored(Map<Tile, TileHashes> stored, Tile tile) {
    return stored.getOrDefault(tile, TileHashes.none());
  }

  /** One hash replaced, one missing, one too many. */
  private static List<List<Hash>> changes(List<Hash> proof, int at) {
    var replaced = new ArrayList<>(proof);
    replaced.set(at, OTHER);
    var shorter = new ArrayList<>(proof);
    shorter.remove(at);
    var longer = new ArrayList<>(proof);
    longer.add(at, OTHER);
    var appended = new ArrayList<>(proof);
    appended.add(OTHER);
    return List.of(replaced, shorter, longer, appended);
  }
}
