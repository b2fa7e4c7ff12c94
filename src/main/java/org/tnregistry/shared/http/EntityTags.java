package org.tnregistry.shared.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Strong entity tags and the preconditions of RFC 9110, section 13. Tags are opaque to clients. */
public final class EntityTags {
  private EntityTags() {}

  /** A tag that changes whenever any of the parts does, and tells nothing about them. */
  public static String of(Object... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest.digest())
          .substring(0, 22);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Demands that the caller saw the current state.
   *
   * @throws ProblemException 428 without a header, 412 when no listed tag is the current one. A
   *     weak tag never matches, as strong comparison has it.
   */
  public static void requireMatch(@Nullable String ifMatch, String current) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(StandardProblem.PRECONDITION_REQUIRED);
    }
    if (!ifMatch.strip().equals("*") && !lists(ifMatch, current)) {
      throw new ProblemException(StandardProblem.STALE);
    }
  }

  /** Whether {@code If-None-Match} lists the current tag, so that 304 is the answer. */
  public static boolean notModified(@Nullable String ifNoneMatch, String current) {
    return ifNoneMatch != null
        && (ifNoneMatch.strip().equals("*") || lists(ifNoneMatch.replace("W/", ""), current));
  }

  private static boolean lists(String header, String current) {
    for (var tag : header.split(",", -1)) {
      if (tag.strip().equals("\"" + current + "\"")) {
        return true;
      }
    }
    return false;
  }
}
