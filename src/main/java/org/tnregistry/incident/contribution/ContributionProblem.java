package org.tnregistry.incident.contribution;

import org.tnregistry.shared.problem.ProblemType;

enum ContributionProblem implements ProblemType {
  OWN_RECORD(
      "contribution-own-record",
      409,
      "An agency amends its own record and does not contribute to it"),
  CLOSED("contribution-closed-record", 409, "The record takes no contributions"),
  FULL("contribution-full", 409, "The agency has contributed as much to the record as it may"),
  NOTHING_TO_ACCEPT(
      "contribution-nothing-to-accept", 409, "The contribution has no part that fits the record"),
  SETTLED("contribution-settled", 409, "The contribution was decided on or withdrawn already");

  private final String slug;
  private final int status;
  private final String title;

  ContributionProblem(String slug, int status, String title) {
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
