package org.tnregistry.party.script;

import java.util.List;
import java.util.Set;
import org.tnregistry.party.names.NameReader;
import org.tnregistry.shared.json.PublishedData;

/** The reader of names that the registry works with. */
public final class NameReading {
  private record Forms(Set<String> particles, List<List<String>> shortForms) {}

  private NameReading() {}

  public static NameReader reader() {
    var forms = PublishedData.read("/party/name-forms.json", Forms.class);
    return new NameReader(
        new IcuRomanizer(), new CodecPhonetics(), forms.particles(), forms.shortForms());
  }
}
