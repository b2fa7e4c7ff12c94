package org.tnregistry.shared.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
  /** The test cases of RFC 7396, appendix A. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':'b'}|{'a':'c'}|{'a':'c'}",
        "{'a':'b'}|{'b':'c'}|{'a':'b','b':'c'}",
        "{'a':'b'}|{'a':null}|{}",
        "{'a':'b','b':'c'}|{'a':null}|{'b':'c'}",
        "{'a':['b']}|{'a':'c'}|{'a':'c'}",
        "{'a':'c'}|{'a':['b']}|{'a':['b']}",
        "{'a':{'b':'c'}}|{'a':{'b':'d','c':null}}|{'a':{'b':'d'}}",
        "{'a':[{'b':'c'}]}|{'a':[1]}|{'a':[1]}",
        "['a','b']|['c','d']|['c','d']",
        "{'a':'b'}|['c']|['c']",
        "{'a':'foo'}|null|null",
        "{'a':'foo'}|'bar'|'bar'",
        "{'e':null}|{'a':1}|{'e':null,'a':1}",
        "[1,2]|{'a':'b','c':null}|{'a':'b'}",
        "{}|{'a':{'bb':{'ccc':null}}}|{'a':{'bb':{}}}"
      })
  void patchesAsTheRfcShows(String target, String patch, String result) {
    assertEquals(json(result), MergePatch.apply(json(target), json(patch)));
  }

  @Test
  void changesNeitherArgument() {
    var target = json("{'a':{'b':1}}");
    var patch = json("{'a':{'b':null,'c':{'d':2}}}");
    MergePatch.apply(target, patch);
    assertEquals(json("{'a':{'b':1}}"), target);
    assertEquals(json("{'a':{'b':null,'c':{'d':2}}}"), patch);
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String text) {
    return StoredJson.parse(text.replace('\'', '"'));
  }
}
