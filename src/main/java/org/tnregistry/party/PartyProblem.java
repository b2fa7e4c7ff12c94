package org.tnregistry.party;

import org.tnregistry.shared.problem.ProblemType;

enum PartyProblem implements ProblemType {
  ERASED("party-erased", 409, "The identity of this party was destroyed"),
  NO_IDENTITY("party-without-identity", 409, "No identity of this party is recorded");

  private final String slug;
  private final int status;
  private final String title;

  PartyProblem(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
