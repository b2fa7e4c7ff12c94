package org.tnregistry.incident.search;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses a representation as RFC 9110, section 12.5.1 has it: for each the most specific range
 * that fits it decides, and a quality of 0 refuses it. Between equals the order of the header
 * decides.
 */
final class Acceptance {
  private record Candidate(ListFormat format, double quality, int place) {}

  private static final Comparator<MediaType> BY_SPECIFICITY =
      Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype);

  private Acceptance() {}

  static Optional<ListFormat> best(List<MediaType> accepted) {
    return Arrays.stream(ListFormat.values())
        .flatMap(format -> candidate(format, accepted).stream())
        .filter(candidate -> candidate.quality() > 0)
        .min(
            Comparator.comparingDouble(Candidate::quality)
                .reversed()
                .thenComparingInt(Candidate::place))
        .map(Candidate::format);
  }

  private static Optional<Candidate> candidate(ListFormat format, List<MediaType> accepted) {
    var type = MediaType.valueOf(format.mediaType());
    return accepted.stream()
        .filter(type::isCompatible)
        .min(BY_SPECIFICITY)
        .map(range -> new Candidate(format, quality(range), accepted.indexOf(range)));
  }

  private static double quality(MediaType range) {
    try {
      var given = range.getParameters().get("q");
      return given == null ? 1 : Double.parseDouble(given);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
