package org.tnregistry.taxonomy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tnregistry.contract.Api;

@QuarkusTest
class TaxonomyPublicationTest {
  @Inject Taxonomies taxonomies;

  @Test
  void everyListIsReadByAnybody() {
    var listed =
        Api.anonymous()
            .get("/v1/taxonomies")
            .then()
            .statusCode(200)
            .header("Cache-Control", equalTo("public, max-age=3600"))
            .body("items.scheme", hasItem("tactic"))
            .extract()
            .<List<String>>path("items.self");
    assertEquals(taxonomies.all().stream().map(Taxonomy::scheme).distinct().count(), listed.size());
    for (var self : listed) {
      var scheme = self.substring(self.lastIndexOf('/') + 1);
      Api.anonymous()
          .get(self)
          .then()
          .statusCode(200)
          .body("scheme", equalTo(scheme))
          .body(
              "concepts.size()",
              equalTo(taxonomies.current(scheme).orElseThrow().concepts().size()));
    }
  }

  @Test
  void aListThatHasSeveralVersionsIsListedOnceWithTheOneItLeadsTo() {
    var listed =
        Api.anonymous()
            .get("/v1/taxonomies")
            .then()
            .body("items.findAll { it.scheme == 'finding-holding' }.size()", equalTo(1))
            .extract()
            .<String>path("items.find { it.scheme == 'finding-holding' }.version");
    Api.anonymous().get("/v1/taxonomies/finding-holding").then().body("version", equalTo(listed));
  }

  @Test
  void aConceptTellsItsGroupLabelsAndMappings() {
    Api.anonymous()
        .get("/v1/taxonomies/tactic")
        .then()
        .body("concepts.find { it.code == 'abduction' }.broader", equalTo("direct-attack"))
        .body(
            "concepts.find { it.code == 'abduction' }.labels.ru",
            matchesPattern("\\p{IsCyrillic}+.*"))
        .body(
            "concepts.find { it.code == 'abduction' }.mappings.find { it.scheme == 'huridocs-acts' }.code",
            equalTo("030104"));
  }

  @Test
  void aVersionIsReadByItsNumber() {
    Api.anonymous()
        .queryParam("version", "1.0")
        .get("/v1/taxonomies/tactic")
        .then()
        .statusCode(200)
        .body("version", equalTo("1.0"));
    Api.anonymous()
        .queryParam("version", "0.9")
        .get("/v1/taxonomies/tactic")
        .then()
        .statusCode(404);
    Api.anonymous().get("/v1/taxonomies/no-such-list").then().statusCode(404);
  }

  @Test
  void whoHoldsAListIsToldThatItHasNotChanged() {
    for (var path : List.of("/v1/taxonomies", "/v1/taxonomies/tactic")) {
      var tag = Api.anonymous().get(path).header("ETag");
      Api.anonymous()
          .header("If-None-Match", tag)
          .get(path)
          .then()
          .statusCode(304)
          .header("ETag", equalTo(tag))
          .body(equalTo(""));
      Api.anonymous().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }
  }

  @Test
  void everyConceptHasLabelsInThreeLanguagesAndADefinition() {
    for (var taxonomy : taxonomies.all()) {
      assertTrue(
          taxonomy.title().keySet().containsAll(Set.of("en", "fr", "ru")), taxonomy.scheme());
      for (var concept : taxonomy.concepts()) {
        var where = taxonomy.scheme() + " " + concept.code();
        for (var language : List.of("en", "fr", "ru")) {
          assertFalse(concept.labels().getOrDefault(language, "").isBlank(), where + language);
        }
        assertTrue(concept.definition() != null && concept.definition().containsKey("en"), where);
      }
    }
  }

  @Test
  void codesAreUniqueAndGroupsExist() {
    for (var taxonomy : taxonomies.all()) {
      var seen = new HashSet<String>();
      for (var concept : taxonomy.concepts()) {
        assertTrue(seen.add(concept.code()), taxonomy.scheme() + " has twice " + concept.code());
        var broader = concept.broader();
        assertTrue(
            broader == null || taxonomy.concept(broader).isPresent(),
            taxonomy.scheme() + " " + concept.code());
      }
    }
  }

  @Test
  void mappingsLeadToConceptsOfPublishedLists() {
    int mappings = 0;
    for (var taxonomy : taxonomies.all()) {
      for (var concept : taxonomy.concepts()) {
        List<Concept.Mapping> mapped = concept.mappings() == null ? List.of() : concept.mappings();
        for (var mapping : mapped) {
          mappings++;
          var where = concept.code() + " in " + mapping.scheme();
          var target = taxonomies.current(mapping.scheme());
          assertTrue(target.isPresent(), where);
          var code = mapping.code();
          if (code == null) {
            assertEquals("none", mapping.match(), where);
          } else {
            assertTrue(Set.of("exact", "close", "broad").contains(mapping.match()), where);
            assertTrue(target.get().concept(code).isPresent(), where);
          }
        }
      }
    }
    assertTrue(mappings > 300, "tactics map to five lists");
  }

  @Test
  void everyTacticSaysHowItStandsToEachForeignList() {
    for (var tactic : taxonomies.current("tactic").orElseThrow().concepts()) {
      List<Concept.Mapping> mapped = tactic.mappings() == null ? List.of() : tactic.mappings();
      var schemes = new HashSet<String>();
      mapped.forEach(m -> schemes.add(m.scheme()));
      assertEquals(
          Set.of(
              "freedom-house-methods", "us-s831-forms", "fbi-forms", "g7-forms", "huridocs-acts"),
          schemes,
          tactic.code());
    }
  }

  @Test
  void aDeprecatedCodeNamesWhatToUseInstead() {
    for (var taxonomy : taxonomies.all()) {
      for (var concept : taxonomy.concepts()) {
        var deprecated = concept.deprecated();
        if (deprecated != null) {
          for (var instead : deprecated.replacedBy()) {
            assertTrue(taxonomy.concept(instead).isPresent(), concept.code());
          }
          assertFalse(
              taxonomies.codes(taxonomy.scheme()).orElseThrow().codes().contains(concept.code()));
        }
      }
    }
  }
}
