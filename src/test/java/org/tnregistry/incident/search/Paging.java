package org.tnregistry.incident.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.AgencyFixture.TestAgency;

/** Reads a list to its end by the cursors it gives. */
final class Paging {
  private Paging() {}

  static List<String> through(TestAgency agency, int limit, String... namesAndValues) {
    return through(agency, limit, () -> {}, namesAndValues);
  }

  /**
   * @param between done after every page but the last
   */
  static List<String> through(
      TestAgency agency, int limit, Runnable between, String... namesAndValues) {
    var ids = new ArrayList<String>();
    @Nullable String cursor = null;
    do {
      var request = Find.query(agency, namesAndValues).queryParam("limit", limit);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page = request.get(Find.INCIDENTS).then().statusCode(200).extract();
      ids.addAll(page.<List<String>>path("items.id"));
      cursor = page.path("next");
      if (cursor != null) {
        between.run();
      }
    } while (cursor != null);
    return ids;
  }
}
