package org.tnregistry.party.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tnregistry.party.names.NameMatch.WordMatch;
import org.tnregistry.party.names.WordComparison.Similarity;

/**
 * Compares names word by word, without order: every word has at most one counterpart, and of all
 * ways to pair them the best counts.
 */
public final class NameComparison {
  /** What an uncovered rest of the longer name can cost. */
  private static final double REST = 0.25;

  private final WordComparison words;

  NameComparison(WordComparison words) {
    this.words = words;
  }

  public NameMatch compare(Name asked, Name stored) {
    double askedWeight = weight(asked);
    double storedWeight = weight(stored);
    if (askedWeight == 0 || storedWeight == 0) {
      boolean same = askedWeight == storedWeight && asked.given().equals(stored.given());
      return new NameMatch(same ? 1 : 0, same ? 1 : 0, same ? 1 : 0, asked, stored, List.of());
    }
    var pairing = new Pairing(asked, stored);
    double agreement = pairing.total / Math.min(askedWeight, storedWeight);
    double coverage = pairing.total / Math.max(askedWeight, storedWeight);
    double score = Math.min(1, agreement * (1 - REST + REST * coverage));
    return new NameMatch(
        score, Math.min(1, agreement), Math.min(1, coverage), asked, stored, pairing.matches());
  }

  private static double weight(Name name) {
    return name.words().stream().mapToDouble(Word::weight).sum();
  }

  /** The best way to give every word at most one counterpart, over all subsets of the stored. */
  private final class Pairing {
    private final List<Word> asked;
    private final List<Word> stored;
    private final Similarity[][] similarities;
    private final double[][] best;
    private final double total;

    private Pairing(Name asked, Name stored) {
      this.asked = asked.words();
      this.stored = stored.words();
      this.similarities = new Similarity[this.asked.size()][this.stored.size()];
      for (int i = 0; i < this.asked.size(); i++) {
        for (int j = 0; j < this.stored.size(); j++) {
          similarities[i][j] = words.compare(this.asked.get(i), this.stored.get(j));
        }
      }
      this.best = new double[this.asked.size() + 1][1 << this.stored.size()];
      fill();
      this.total = best[0][0];
    }

    private double worth(int i, int j) {
      return Math.min(asked.get(i).weight(), stored.get(j).weight()) * similarities[i][j].score();
    }

    /** best[i][taken] is what the words from i on can still gain. */
    private void fill() {
      for (int i = asked.size() - 1; i >= 0; i--) {
        for (int taken = 0; taken < best[i].length; taken++) {
          double most = best[i + 1][taken];
          for (int j = 0; j < stored.size(); j++) {
            if ((taken & 1 << j) == 0) {
              most = Math.max(most, worth(i, j) + best[i + 1][taken | 1 << j]);
            }
          }
          best[i][taken] = most;
        }
      }
    }

    private List<WordMatch> matches() {
      var matches = new ArrayList<WordMatch>();
      int taken = 0;
      for (int i = 0; i < asked.size(); i++) {
        for (int j = 0; j < stored.size() && best[i][taken] > best[i + 1][taken]; j++) {
          if ((taken & 1 << j) == 0
              && best[i][taken] == worth(i, j) + best[i + 1][taken | 1 << j]) {
            var similarity = similarities[i][j];
            matches.add(
                new WordMatch(
                    asked.get(i).latin(),
                    stored.get(j).latin(),
                    similarity.score(),
                    similarity.rule()));
            taken |= 1 << j;
            break;
          }
        }
      }
      return Collections.unmodifiableList(matches);
    }
  }
}
