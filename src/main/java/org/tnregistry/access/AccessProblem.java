package org.tnregistry.access;

import org.tnregistry.shared.problem.ProblemType;

enum AccessProblem implements ProblemType {
  HANDLE_TAKEN("agency-handle-taken", 409, "An agency with this handle is already registered");

  private final String slug;
  private final int status;
  private final String title;

  AccessProblem(String slug, int status, String title) {
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
