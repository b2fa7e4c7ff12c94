package org.tnregistry.incident.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.incident.SharedPlaces;
import org.tnregistry.shared.json.StoredJson;

class MovedPointerTest {
  private static final JsonNode BEFORE =
      record(
          """
          {"title": {"en/gb": "A case"},
           "proceedings": [
             {"id": "hidden"},
             {"id": "p", "milestones": [{"type": "filed"}, {"type": "heard", "date": "2021"}]}],
           "actors": [{"id": "x", "actsFor": [{"actor": "h"}, {"actor": "y", "since": "2001"}]}],
           "acts": [{"id": "a", "sources": ["h", "s", "t"]}]}
          """);

  @ParameterizedTest
  @CsvSource({
    "/title/en~1gb, /title/en~1gb",
    "/proceedings/1/type, /proceedings/0/type",
    "/proceedings/1/milestones/1/date, /proceedings/0/milestones/2/date",
    "/acts/0/sources/1, /acts/1/sources/0",
    "/actors/0/actsFor/1/since, /actors/0/actsFor/0/since",
    "'', ''",
  })
  void itLeadsToTheSameThingAfterAnAmendment(String before, String now) {
    var amended =
        record(
            """
            {"title": {"en/gb": "The case"},
             "proceedings": [{"id": "p", "type": "trial", "milestones":
               [{"type": "opened"}, {"type": "filed"}, {"type": "heard", "date": "2021"}]}],
             "actors": [{"id": "x", "actsFor": [{"actor": "y", "since": "2002"}]}],
             "acts": [{"id": "b", "sources": ["t"]}, {"id": "a", "sources": ["s"]}]}
            """);
    assertEquals(Optional.of(now), moved(BEFORE, before, amended));
  }

  @ParameterizedTest
  @CsvSource({
    "/proceedings/1",
    "/proceedings/1/milestones/1",
    "/acts/0/sources/1",
    "/actors/0/actsFor/1",
    "/title/en~1gb",
  })
  void itLeadsNowhereWhenTheThingIsGone(String pointer) {
    var amended =
        record(
            """
            {"title": {"fr": "A case"},
             "proceedings": [{"id": "hidden", "milestones": [{"type": "filed"}, {"type": "heard"}]}],
             "actors": [{"id": "x", "actsFor": [{"actor": "h"}, {"actor": "z"}]}],
             "acts": [{"id": "a", "sources": ["h", "t", "t"]}]}
            """);
    assertEquals(Optional.empty(), moved(BEFORE, pointer, amended));
  }

  @Test
  void whatItsAuthorDidNotSeeDoesNotMislead() {
    var seen =
        record(
            """
            {"actors": [{"id": "x", "actsFor": [{"actor": "y"}]}],
             "proceedings": [{"id": "p", "milestones": [{"type": "filed"}, {"type": "heard"}]}],
             "acts": [{"id": "a", "sources": ["s", "t"]}]}
            """);
    assertEquals(Optional.of("/acts/0/sources/2"), moved(seen, "/acts/0/sources/1", BEFORE));
    assertEquals(Optional.of("/actors/0/actsFor/1"), moved(seen, "/actors/0/actsFor/0", BEFORE));
    assertEquals(
        Optional.of("/proceedings/1/milestones/1"),
        moved(seen, "/proceedings/0/milestones/1", BEFORE));
  }

  private static Optional<String> moved(JsonNode seen, String pointer, JsonNode now) {
    return new MovedPointer(BEFORE, now).of(pointer, SharedPlaces.items(seen, pointer));
  }

  private static JsonNode record(String json) {
    return StoredJson.parse(json);
  }
}
