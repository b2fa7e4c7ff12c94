package org.tnregistry.shared.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Strong entity tags and the preconditions of RFC 9110, section 13. Tags are opaque to clients. */
public final class EntityTags {
  /**
   * One element of a list of tags, which may be empty, with the comma or the end behind it: RFC
   * 9110, sections 5.6.1.2 and 8.8.3.
   */
  private static final Pattern ELEMENT =
      Pattern.compile("\\G[ \\t]*(?:((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")[ \\t]*)?(?:,|\\z)");

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
   * @throws ProblemException 428 without a tag, 400 for what is no list of tags, 412 when no listed
   *     tag is the current one. A weak tag never matches, as strong comparison has it.
   */
  public static void requireMatch(@Nullable String ifMatch, String current) {
    if (ifMatch != null && ifMatch.strip().equals("*")) {
      return;
    }
    var tags = ifMatch == null ? List.<String>of() : tags(ifMatch);
    if (tags.isEmpty()) {
      throw new ProblemException(StandardProblem.PRECONDITION_REQUIRED);
    }
    if (!tags.contains("\"" + current + "\"")) {
      throw new ProblemException(StandardProblem.STALE);
    }
  }

  /** Those that {@code If-Match} lists: what is none says nothing of the state that was seen. */
  private static List<String> tags(String ifMatch) {
    var tags = new ArrayList<String>();
    var element = ELEMENT.matcher(ifMatch);
    int end = 0;
    while (element.find()) {
      end = element.end();
      if (element.group(1) != null) {
        tags.add(element.group(1));
      }
    }
    if (end < ifMatch.length()) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(
              new Fault(
                  "invalid-format",
                  "If-Match",
                  "An entity tag in its quotation marks, several with commas between them, or * is"
                      + " expected.")));
    }
    return tags;
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
