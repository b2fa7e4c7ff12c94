package org.tnregistry.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The life cycle of an incident. A record is never deleted: withdrawn and merged ones keep
 * answering, with the reason and, where there is one, what replaced them. A merge is a judgement
 * and can be taken back.
 */
public enum IncidentStatus {
  DRAFT,
  SUBMITTED,
  RECORDED,
  WITHDRAWN,
  MERGED;

  private static final Map<IncidentStatus, Set<IncidentStatus>> NEXT =
      Map.of(
          DRAFT, Set.of(SUBMITTED, WITHDRAWN),
          SUBMITTED, Set.of(DRAFT, RECORDED, WITHDRAWN),
          RECORDED, Set.of(WITHDRAWN, MERGED),
          WITHDRAWN, Set.of(),
          MERGED, Set.of(RECORDED));

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static IncidentStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  boolean canBecome(IncidentStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /** It and what it can become, in a sentence. */
  String sentence() {
    var next =
        NEXT.getOrDefault(this, Set.of()).stream().sorted().map(IncidentStatus::code).toList();
    return "The incident is "
        + code()
        + (next.isEmpty()
            ? ": that is final."
            : " and can become " + String.join(", ", next) + ".");
  }

  /** Withdrawn and merged records are history: they are not amended. */
  boolean isClosed() {
    return this == WITHDRAWN || this == MERGED;
  }

  /** To record, withdraw or merge is to decide on what somebody submitted. */
  boolean isDecision() {
    return this == RECORDED || isClosed();
  }

  /** What history and ledger call the step from this status into the next. */
  String actInto(IncidentStatus next) {
    return switch (next) {
      case DRAFT -> "returned";
      case SUBMITTED -> "submitted";
      case RECORDED -> this == MERGED ? "unmerged" : "recorded";
      case WITHDRAWN -> "withdrawn";
      case MERGED -> "merged";
    };
  }
}
