package org.tnregistry.shared.postgres;

/** A database role and its password. */
public record Login(String username, String password) {

  /** Without the password, so that no log or stack trace can carry it. */
  @Override
  public String toString() {
    return username;
  }
}
