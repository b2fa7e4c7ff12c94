package org.tnregistry.incident;

import org.tnregistry.shared.problem.ProblemType;

/** What can be wrong with an operation on an incident beside its document. */
enum IncidentProblem implements ProblemType {
  WRONG_STATUS("incident-wrong-status", 409, "The incident's status does not allow this step"),
  SECOND_PERSON_NEEDED(
      "incident-second-person-needed", 409, "This step takes a second person of the owner agency"),
  MERGE_CYCLE("incident-merge-cycle", 409, "That incident is merged into this one"),
  MERGE_TARGET_NOT_RECORDED(
      "incident-merge-target-not-recorded", 409, "Incidents are merged into a recorded one only"),
  BAR_STATED("incident-bar-stated", 409, "The incident itself bars this state or agency");

  private final String slug;
  private final int status;
  private final String title;

  IncidentProblem(String slug, int status, String title) {
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
