package org.tnregistry.party.names;

import java.util.List;

/**
 * How far two names can be one.
 *
 * @param score from 0 to 1
 * @param agreement how well the words agree that have a counterpart
 * @param coverage how much of the longer name has a counterpart
 * @param asked the name that was asked for
 * @param stored the name it was compared with
 */
public record NameMatch(
    double score,
    double agreement,
    double coverage,
    Name asked,
    Name stored,
    List<WordMatch> words) {

  /** Two words that were taken for one. */
  public record WordMatch(String asked, String stored, double score, Rule rule) {}
}
