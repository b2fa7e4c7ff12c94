package org.tnregistry.access.limit;

/** What is read, as quotas count it. */
public enum Reading {
  /** A record, whole or as a line of a list. */
  RECORDS,

  /** The identity of a protected person. */
  IDENTITIES
}
