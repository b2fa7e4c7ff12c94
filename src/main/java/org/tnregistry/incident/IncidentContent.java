package org.tnregistry.incident;

import org.tnregistry.ledger.StoredContent;

/** Where the ledger finds what it binds: every revision, and the document that is read. */
public final class IncidentContent {
  private static final String KIND = "incident";

  private IncidentContent() {}

  /** The revisions, which are kept for ever. */
  public static final class Revisions implements StoredContent {
    @Override
    public String subjectKind() {
      return KIND;
    }

    @Override
    public String table() {
      return "incident_revision";
    }

    @Override
    public String query() {
      return "SELECT incident AS subject, revision, document::text AS content FROM incident_revision";
    }
  }

  /** The last document of each incident. */
  public static final class Current implements StoredContent {
    @Override
    public String subjectKind() {
      return KIND;
    }

    @Override
    public String table() {
      return "incident";
    }

    @Override
    public String query() {
      return "SELECT id AS subject, revision, document::text AS content FROM incident";
    }

    @Override
    public boolean keepsEveryRevision() {
      return false;
    }
  }
}
