package org.tnregistry.ledger.merkle;

/** A tree as its signer states it. */
public record TreeHead(long size, Hash root) {}
