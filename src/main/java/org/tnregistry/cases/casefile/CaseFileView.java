package org.tnregistry.cases.casefile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.access.Handlings;
import org.tnregistry.shared.json.RegistryView;
import org.tnregistry.shared.json.StoredJson;

/**
 * A case file as it is read: of its handling others learn how to handle what they see, and not who
 * else sees it. Described to the contract; written by {@link RegistryView}.
 */
@Schema(
    name = "CaseFile",
    allOf = {CaseDocument.class, CaseFileView.Registry.class})
final class CaseFileView {
  private CaseFileView() {}

  /** The member beside those of the document. */
  @Schema(name = "RegisteredCase")
  record Registry(@Schema(required = true) CaseFileRegistry registry) {}

  static String of(CaseFileRegistry registry, String document, boolean isOwn) {
    return RegistryView.of(registry, isOwn ? document : forOthers(document));
  }

  private static String forOthers(String document) {
    var view = StoredJson.parse(document);
    Handlings.leaveMarkingOnly(view, CaseDocument.HANDLING);
    return view.toString();
  }
}
