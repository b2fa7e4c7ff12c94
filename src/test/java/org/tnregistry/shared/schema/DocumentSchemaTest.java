package org.tnregistry.shared.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.Fault;

class DocumentSchemaTest {
  record Leaf(
      @NotNull @Form(Lexical.LOCAL_ID) String id,
      @Code("colour") @Nullable String colour,
      @Form(Lexical.EDTF) @Nullable String when,
      @Min(0) @Max(100) @Nullable Integer confidence,
      @Size(min = 1, max = 9) @Nullable String name,
      @Nullable Boolean dry,
      @Nullable Double width) {}

  record Tree(
      @NotNull @Size(min = 1, max = 3) List<Leaf> leaves,
      @Text(max = 5) @Nullable Map<String, String> note) {}

  private static final DocumentSchema<Tree> SCHEMA =
      DocumentSchema.of(
          Tree.class,
          "/schemas/tree",
          "Tree",
          scheme ->
              Optional.of(
                  new CodeLists.CodeList(
                      "1.0", List.of("green", "red"), Map.of("brown", List.of("green", "red")))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|missing-member #/leaves",
        "[]|wrong-type #",
        "{'leaves':[]}|empty #/leaves",
        "{'leaves':[{}]}|missing-member #/leaves/0/id",
        "{'leaves':[{'id':'a'},{'id':'b'},{'id':'c'},{'id':'d'}]}|too-many #/leaves",
        "{'leaves':[{'id':'A'}]}|invalid-format #/leaves/0/id",
        "{'leaves':[{'id':'a','colour':'blue'}]}|unknown-code #/leaves/0/colour",
        "{'leaves':[{'id':'a','colour':'brown'}]}|deprecated-code #/leaves/0/colour",
        "{'leaves':[{'id':'a','colour':null}]}|wrong-type #/leaves/0/colour",
        "{'leaves':[{'id':'a','when':'2018/2017'}]}|reversed-period #/leaves/0/when",
        "{'leaves':[{'id':'a','confidence':101}]}|out-of-range #/leaves/0/confidence",
        "{'leaves':[{'id':'a','confidence':1.5}]}|wrong-type #/leaves/0/confidence",
        "{'leaves':[{'id':'a'}],'note':{'en':''}}|empty #/note/en",
        "{'leaves':[{'id':'a'}],'note':{'en':' \u00a0\u200b'}}|empty #/note/en",
        "{'leaves':[{'id':'a','name':' \u2003'}]}|empty #/leaves/0/name",
        "{'leaves':[{'id':'a'}],'note':{'en':'123456'}}|too-long #/note/en",
        "{'leaves':[{'id':'a'}],'note':{'x x':'a'}}|invalid-language-tag #/note",
        "{'leaves':[{'id':'a'}],'other':1}|unknown-member #/other"
      })
  void eachFaultHasItsOwnCodeAndPointer(String document, String fault) {
    assertEquals(List.of(fault), faults(document));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'x'|An object is expected.",
        "{'leaves':'x'}|An array is expected.",
        "{'leaves':['x']}|An object is expected.",
        "{'leaves':[{'id':7}]}|A string is expected.",
        "{'leaves':[{'id':'a','colour':7}]}|A string is expected.",
        "{'leaves':[{'id':'a','confidence':'x'}]}|A whole number is expected.",
        "{'leaves':[{'id':'a','width':'x'}]}|A number is expected.",
        "{'leaves':[{'id':'a','dry':'x'}]}|A boolean is expected.",
        "{'leaves':[{'id':'a'}],'note':'x'}|An object is expected."
      })
  void aWrongTypeIsToldWhichIsExpected(String document, String detail) {
    var faults = SCHEMA.check(StoredJson.parse(document.replace('\'', '"')));
    assertEquals(List.of("wrong-type"), faults.stream().map(Fault::code).toList());
    assertEquals(List.of(detail), faults.stream().map(Fault::detail).toList());
  }

  @Test
  void aCheckedDocumentCanBeBound() {
    var document =
        StoredJson.parse(
            "{\"leaves\":[{\"id\":\"a\",\"confidence\":1e2}],\"note\":{\"en\":\"x\"}}");
    assertEquals(List.of(), SCHEMA.check(document));
    assertEquals(100, SCHEMA.bind(document).leaves().get(0).confidence());
  }

  @Test
  void faultsAreFoundInTimeThatGrowsWithTheDocument() {
    var document = "{'leaves':[" + "0,".repeat(90_000) + "0]}";
    assertTimeout(Duration.ofSeconds(20), () -> assertEquals(90_002, faults(document).size()));
  }

  private static List<String> faults(String document) {
    return SCHEMA.check(StoredJson.parse(document.replace('\'', '"'))).stream()
        .map(f -> f.code() + " " + f.pointer())
        .toList();
  }
}
