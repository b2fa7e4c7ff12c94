package org.tnregistry.ledger.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.ledger.merkle.Tile;

class TilePathTest {
  @Test
  void aPathIsReadAsTheSpecificationWritesIt() {
    assertEquals(
        new TilePath(new Tile(0, 1_234_067), 256),
        TilePath.parse("0", "x001/x234/067").orElseThrow());
    assertEquals(new TilePath(new Tile(1, 1), 17), TilePath.parse("1", "001.p/17").orElseThrow());
    assertEquals(
        new TilePath(new Tile(63, 1_000), 1), TilePath.parse("63", "x001/000.p/1").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0, 0001",
    "0, x000/001",
    "0, 001/002",
    "0, x001",
    "0, x001/x002",
    "0, 001.p/0",
    "0, 001.p/256",
    "0, 001.p/01",
    "0, 001.p/",
    "0, 001.p",
    "0, entries/001",
    "00, 001",
    "-1, 001",
    "100, 001",
    "entries, 001",
    "0, x999/x999/x999/x999/x999/x999/999"
  })
  void whatIsNoSuchPathIsRefused(String level, String path) {
    assertTrue(TilePath.parse(level, path).isEmpty());
  }
}
