package org.tnregistry.access;

import java.util.UUID;

/** What audiences and bars name, as the policies in the database compare it. */
public final class Principal {
  /** Every active member agency. */
  public static final String MEMBER = "member";

  /** Everybody, the public included. */
  public static final String ANYONE = "anyone";

  /** Agencies of states and of bodies that states formed. */
  public static final String GOVERNMENTS = "governments";

  /** Non-governmental organisations. */
  public static final String NGOS = "ngos";

  private static final String STATE = "state:";
  private static final String AGENCY = "agency:";

  private Principal() {}

  public static String agency(UUID id) {
    return AGENCY + id;
  }

  /** The agencies of a jurisdiction, by its ISO 3166-1 code. */
  public static String state(String code) {
    return STATE + code;
  }

  static String group(String handle) {
    return "group:" + handle;
  }

  public static boolean isState(String principal) {
    return principal.startsWith(STATE);
  }

  /** The code of a state, or the id of an agency. */
  public static String name(String principal) {
    return principal.substring(principal.indexOf(':') + 1);
  }
}
