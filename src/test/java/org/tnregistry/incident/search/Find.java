package org.tnregistry.incident.search;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** Searches of tests: names and values of query parameters in turn. */
final class Find {
  static final String INCIDENTS = "/v1/incidents";

  private Find() {}

  static RequestSpecification query(TestAgency agency, String... namesAndValues) {
    var request = Api.as(agency.first());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      request.queryParam(namesAndValues[i], namesAndValues[i + 1]);
    }
    return request;
  }

  /** The ids found, in order. */
  static List<String> ids(TestAgency agency, String... namesAndValues) {
    return query(agency, namesAndValues)
        .get(INCIDENTS)
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }
}
