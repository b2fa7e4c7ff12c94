package org.tnregistry.classification;

import org.tnregistry.shared.problem.ProblemType;

enum AssessmentProblem implements ProblemType {
  NOT_RECORDED("assessment-not-recorded", 409, "Only a recorded incident is assessed"),
  SELF_CONFIRMATION(
      "assessment-self-confirmation", 409, "Nobody confirms an assessment of their own"),
  FULL("assessment-full", 409, "The agency has assessed the record as often as it may"),
  STALE("assessment-stale", 409, "The record has changed since it was assessed"),
  DEFINITION_SUPERSEDED(
      "definition-superseded", 409, "A later version of the definition is published"),
  SETTLED(
      "assessment-settled", 409, "The assessment was superseded, confirmed or withdrawn already");

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
