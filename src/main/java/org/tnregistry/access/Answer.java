package org.tnregistry.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.paging.Page;

/**
 * What a creating operation answers, in the form in which it is kept for replay.
 *
 * @param body JSON
 */
public record Answer(int status, @Nullable String location, @Nullable String etag, String body) {
  /** 200 with a page of items that are JSON already. */
  public static Answer page(Page<String> page) {
    var next = page.next() == null ? "" : ",\"next\":\"" + page.next() + "\"";
    return new Answer(
        200, null, null, "{\"items\":[" + String.join(",", page.items()) + "]" + next + "}");
  }

  /** 201 with what was created, which stands there under a tag of its own and never changes it. */
  public static Answer created(String location, UUID id, Object view) {
    return new Answer(201, location, EntityTags.of(id), StoredJson.write(view));
  }
}
