package org.tnregistry.shared.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where schemas take their codes from. Implemented by the taxonomies. */
public interface CodeLists {
  Optional<CodeList> codes(String scheme);

  /**
   * @param codes in their published order
   * @param replacements the deprecated codes, each with those to use instead
   */
  record CodeList(String version, List<String> codes, Map<String, List<String>> replacements) {}
}
