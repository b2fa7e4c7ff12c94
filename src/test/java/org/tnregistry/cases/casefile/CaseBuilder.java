package org.tnregistry.cases.casefile;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** Opens case files and puts incidents in them. */
public final class CaseBuilder {
  private CaseBuilder() {}

  /** A case document for the agencies named. */
  public static String aCase(TestAgency... readers) {
    var named =
        Arrays.stream(readers)
            .map(r -> '"' + r.handle() + '"')
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"kind\":\"target\",\"title\":{\"en\":\"A lawyer\"},\"summary\":{\"en\":\"Since 2013.\"},"
        + "\"handling\":{\"marking\":\"TLP:AMBER\",\"audience\":{\"agencies\":"
        + named
        + "}}}";
  }

  /** A case document without handling. */
  public static String aCaseOfItsOwnerAlone() {
    return "{\"kind\":\"campaign\",\"title\":{\"en\":\"T\"}}";
  }

  /**
   * @return its path
   */
  public static String openedBy(TestAgency owner, String document) {
    return Api.sending(owner.first(), document)
        .post("/v1/cases")
        .then()
        .statusCode(201)
        .extract()
        .header("Location");
  }

  /**
   * @return the path of the membership
   */
  public static String added(String token, String file, String incident) {
    return Api.sending(token, member(incident))
        .post(file + "/members")
        .then()
        .statusCode(201)
        .extract()
        .header("Location");
  }

  public static String member(String incident) {
    return "{\"incident\":\"" + incident + "\",\"reason\":\"The same target.\"}";
  }
}
