package org.tnregistry.shared.problem;

/** Problem types that any operation may answer with. */
public enum StandardProblem implements ProblemType {
  MALFORMED_JSON("malformed-json", 400, "The body is not the JSON this registry reads"),
  INVALID_PARAMETER("invalid-parameter", 400, "A parameter cannot be read"),
  INVALID_CURSOR("invalid-cursor", 400, "The cursor is not one this registry issued for this list"),
  REFUSED_PATH("refused-path", 400, "The request target holds characters that are refused"),
  BAD_REQUEST("bad-request", 400, "The request cannot be read"),
  UNAUTHENTICATED("unauthenticated", 401, "A valid credential is needed"),
  NOT_PERMITTED(
      "not-permitted", 403, "The credential does not carry the permission for this operation"),
  NOT_YOURS("not-yours", 403, "Another agency decides on this"),
  NOT_FOUND("not-found", 404, "There is nothing here that you may see"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "The resource does not support this method"),
  NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types can be produced"),
  IDEMPOTENCY_IN_PROGRESS(
      "idempotency-in-progress",
      409,
      "The first request with this Idempotency-Key is still running"),
  STALE("stale", 412, "The record has changed since it was read"),
  TOO_LARGE("too-large", 413, "The body is larger than the registry accepts"),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type", 415, "The media type of the body is not accepted"),
  IDEMPOTENCY_KEY_REUSED(
      "idempotency-key-reused", 422, "This Idempotency-Key was used with another body"),
  INVALID_DOCUMENT("invalid-document", 422, "The document breaks rules of the standard"),
  PRECONDITION_REQUIRED("precondition-required", 428, "This operation needs an If-Match header"),
  TOO_MANY_REQUESTS("too-many-requests", 429, "More was asked for than a limit allows"),
  INTERNAL_ERROR("internal-error", 500, "The registry failed; nothing was stored"),
  UNAVAILABLE("unavailable", 503, "The registry cannot serve this now");

  private final String slug;
  private final int status;
  private final String title;

  StandardProblem(String slug, int status, String title) {
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
