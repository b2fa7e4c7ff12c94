package org.tnregistry.cases;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** Asks for proceedings as an address has them: {@code type=civil-suit&status=open}. */
final class FindProceedings {
  static final String PROCEEDINGS = "/v1/proceedings";

  private FindProceedings() {}

  static Response list(TestAgency agency, String query) {
    return list(Api.as(agency.first()), query);
  }

  static Response list(RequestSpecification request, String query) {
    var answer = request.get(PROCEEDINGS + (query.isEmpty() ? "" : "?" + query));
    answer.then().statusCode(200);
    return answer;
  }

  /** Those found, in order, each as the English title of its incident and its local id. */
  static List<String> found(TestAgency agency, String query) {
    return names(list(agency, query));
  }

  static List<String> names(Response answer) {
    var names = new ArrayList<String>();
    List<String> titles = answer.path("items.incident.title.en");
    List<String> ids = answer.path("items.id");
    for (int i = 0; i < ids.size(); i++) {
      names.add(titles.get(i) + "/" + ids.get(i));
    }
    return names;
  }
}
