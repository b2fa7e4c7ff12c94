package org.tnregistry.incident.search;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.contract.Api;

@QuarkusTest
class IncidentWordSearchTest {
  @Inject AgencyFixture agencies;

  @ParameterizedTest
  @CsvSource({
    "fr, Enlèvement à l'étranger, ENLEVEMENT etranger",
    "fr, Enlevement a l’etranger, enlèvement",
    "tr, Irak'ta ışık, IŞIK",
    "de, Überwachung der Straße, uberwachung STRASSE",
    "ru, Ёлка и Йод в Актау, елка йод",
    "ru, СЛЕЖКА за беженкой, слежка",
    "kk-Cyrl, Қазақстан азаматы, қазақстан",
    "zh-Hans, 跨国镇压事件, 镇压",
    "zh-Hans, 北京大学的学生, 学生",
    "ja, 東京で監視された, 監視",
    "ar, تهديد الصحفية في باريس, الصحفية",
    "fa, کتاب‌های ممنوع, ممنوع",
    "th, การคุกคามข้ามชาติ, คุกคาม",
    "el, ΑΠΑΓΩΓΉ, απαγωγη"
  })
  void wordsOfAnyScriptAreFoundWhateverCaseAndAccents(String language, String title, String q) {
    var agency = agencies.agency();
    var found = anEmptyDraft().titled(language, title).postedBy(agency);
    anEmptyDraft().titled(language, "Nothing 他 другое").postedBy(agency);
    assertEquals(List.of(found), Find.ids(agency, "q", q));
  }

  @Test
  void allWordsMustStandInTitlesOrSummariesTogether() {
    var agency = agencies.agency();
    var both =
        anEmptyDraft()
            .titled("en", "Kidnapping plot")
            .with(d -> d.withObjectProperty("summary").put("fr", "Bruxelles, filature"))
            .postedBy(agency);
    anEmptyDraft().titled("en", "Kidnapping").postedBy(agency);
    assertEquals(List.of(both), Find.ids(agency, "q", "filature kidnapping"));
    assertEquals(List.of(), Find.ids(agency, "q", "filature kidnapping absent"));
    assertEquals(2, Find.ids(agency, "q", "KIDNAPPING").size());
  }

  @Test
  void aWordIsFoundWholeNotByItsBeginning() {
    var agency = agencies.agency();
    anEmptyDraft().titled("en", "Kidnapping").postedBy(agency);
    assertEquals(List.of(), Find.ids(agency, "q", "kid"));
  }

  @Test
  void twentyWordsAreLookedUpAndNotMore() {
    var agency = agencies.agency();
    var words = IntStream.range(0, 21).mapToObj(i -> "w" + i).toList();
    var found =
        anEmptyDraft().titled("en", String.join(" ", words.subList(0, 20))).postedBy(agency);
    assertEquals(List.of(found), Find.ids(agency, "q", String.join(" ", words.subList(0, 20))));
    Api.as(agency.first())
        .queryParam("q", String.join(" ", words))
        .get("/v1/incidents")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("q"));
  }
}
