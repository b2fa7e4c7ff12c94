package org.tnregistry.party.names;

import java.util.List;

/**
 * A name, read for comparison.
 *
 * @param given as it was written
 * @param latin the same in Latin letters
 * @param words without order: family and given names change places from one document to the next
 */
public record Name(String given, String latin, List<Word> words) {}
