package org.tnregistry.definition;

import org.tnregistry.shared.problem.ProblemType;

enum DefinitionProblem implements ProblemType {
  TAKEN("definition-taken", 409, "A definition with this id is published already"),
  FULL("definitions-full", 409, "The agency has as many definitions as it may"),
  UNCHANGED("definition-unchanged", 409, "The current version says exactly this"),
  TOO_MANY("definition-limit", 409, "The agency has published as many versions as it may");

  private final String slug;
  private final int status;
  private final String title;

  DefinitionProblem(String slug, int status, String title) {
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
