package org.tnregistry.classification.reevaluation;

import org.tnregistry.shared.problem.ProblemType;

enum ReevaluationProblem implements ProblemType {
  FIRST_VERSION("reevaluation-first-version", 409, "The version supersedes none"),
  DONE_BEFORE("reevaluation-requested", 409, "The version is compared with its former already");

  private final String slug;
  private final int status;
  private final String title;

  ReevaluationProblem(String slug, int status, String title) {
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
