package org.tnregistry.classification;

import org.tnregistry.shared.problem.ProblemType;

enum AssessmentProblem implements ProblemType {
  NOT_RECORDED("assessment-not-recorded", 409, "Only a recorded incident is assessed");

  private final String slug;
  private final int status;
  private final String title;

  AssessmentProblem(String slug, int status, String title) {
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
