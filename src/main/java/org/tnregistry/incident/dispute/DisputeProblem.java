package org.tnregistry.incident.dispute;

import org.tnregistry.shared.problem.ProblemType;

enum DisputeProblem implements ProblemType {
  OWN_RECORD("dispute-own-record", 409, "An agency amends its own record and does not dispute it"),
  FULL("dispute-full", 409, "The agency has disputed the record as often as it may"),
  SETTLED("dispute-settled", 409, "The dispute was answered or withdrawn already");

  private final String slug;
  private final int status;
  private final String title;

  DisputeProblem(String slug, int status, String title) {
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
