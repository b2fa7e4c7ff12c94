package org.tnregistry.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The markings of the Traffic Light Protocol 2.0 (FIRST, August 2022), strictest first, and whom
 * each lets a record reach beside its owner.
 */
public enum Marking {
  /** The agencies named. */
  RED("TLP:RED"),
  /** The agencies named. */
  AMBER_STRICT("TLP:AMBER+STRICT"),
  /** Also the owner's jurisdiction, and the jurisdictions and groups named. */
  AMBER("TLP:AMBER"),
  /** Every active member. */
  GREEN("TLP:GREEN"),
  /** Anyone, the public included. */
  CLEAR("TLP:CLEAR");

  /** What an absent handling means. */
  public static final Marking DEFAULT = RED;

  private final String code;

  Marking(String code) {
    this.code = code;
  }

  /** The marking of a code such as {@code TLP:AMBER}; empty for anything else. */
  public static Optional<Marking> of(String code) {
    return Arrays.stream(values()).filter(m -> m.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  /** Whether it lets a record reach more than the other does. */
  public boolean isWeakerThan(Marking other) {
    return compareTo(other) > 0;
  }

  /** Whether jurisdictions and groups can be named beside agencies. */
  public boolean reachesAgenciesOnly() {
    return this == RED || this == AMBER_STRICT;
  }

  /**
   * @param jurisdiction the owner's; null for an owner that belongs to no state
   * @param ids of the agencies that the audience names, by handle; one that is missing reaches
   *     nobody
   */
  public Reach reach(
      @Nullable Audience audience, @Nullable String jurisdiction, Map<String, UUID> ids) {
    if (this == CLEAR) {
      return Reach.ANYONE;
    }
    if (this == GREEN) {
      return Reach.MEMBERS;
    }
    var principals = new ArrayList<String>();
    if (audience != null) {
      list(audience.agencies()).stream()
          .map(ids::get)
          .filter(Objects::nonNull)
          .forEach(id -> principals.add(Principal.agency(id)));
    }
    if (this == AMBER) {
      if (jurisdiction != null) {
        principals.add(Principal.state(jurisdiction));
      }
      if (audience != null) {
        list(audience.jurisdictions()).forEach(j -> principals.add(Principal.state(j)));
        list(audience.groups()).forEach(g -> principals.add(Principal.group(g)));
      }
    }
    return Reach.of(principals);
  }

  private static Collection<String> list(@Nullable List<String> items) {
    return items == null ? List.of() : items;
  }
}
