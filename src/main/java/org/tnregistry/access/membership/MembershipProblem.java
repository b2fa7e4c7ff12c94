package org.tnregistry.access.membership;

import org.tnregistry.shared.problem.ProblemType;

enum MembershipProblem implements ProblemType {
  OWN_STANDING("agency-own-standing", 409, "Nobody changes the standing of their own agency"),
  GROUP_HANDLE_TAKEN("group-handle-taken", 409, "A group with this handle is already there");

  private final String slug;
  private final int status;
  private final String title;

  MembershipProblem(String slug, int status, String title) {
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
