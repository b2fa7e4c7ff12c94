package org.tnregistry.cases.casefile;

import org.tnregistry.shared.problem.ProblemType;

enum CaseProblem implements ProblemType {
  CLOSED("case-closed", 409, "The case file is closed"),
  MEMBER_STANDS("case-member-stands", 409, "The agency has put this incident in the case already"),
  MEMBER_REMOVED("case-member-removed", 409, "The incident was taken out already"),
  FULL("case-full", 409, "The agency has put as many incidents in the case as it may");

  private final String slug;
  private final int status;
  private final String title;

  CaseProblem(String slug, int status, String title) {
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
