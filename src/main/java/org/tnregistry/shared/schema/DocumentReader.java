package org.tnregistry.shared.schema;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * Reads request bodies: a {@link JsonNode} strictly parsed, or a {@link Document} record checked
 * against its schema, so that a sender is told all faults at once.
 */
@Provider
@Singleton
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class DocumentReader implements MessageBodyReader<Object> {
  private final CodeLists codes;
  private final int maxBody;
  private final Map<Class<?>, DocumentSchema<?>> schemas = new ConcurrentHashMap<>();

  DocumentReader(CodeLists codes, @ConfigProperty(name = "tnr.http.max-body-bytes") int maxBody) {
    this.codes = codes;
    this.maxBody = maxBody;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == JsonNode.class || type.isAnnotationPresent(Document.class);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var charset = media.getParameters().get("charset");
    if (headers.getFirst(HttpHeaders.CONTENT_TYPE) == null
        || media.isWildcardType()
        || media.isWildcardSubtype()
        || (charset != null && !charset.toLowerCase(Locale.ROOT).equals("utf-8"))) {
      throw new ProblemException(StandardProblem.UNSUPPORTED_MEDIA_TYPE);
    }
    var bytes = body.readNBytes(maxBody + 1);
    if (bytes.length > maxBody) {
      throw new ProblemException(StandardProblem.TOO_LARGE);
    }
    var document = StrictJson.parse(bytes);
    if (type.isAssignableFrom(JsonNode.class)) {
      return document;
    }
    var schema =
        schemas.computeIfAbsent(
            type,
            t ->
                DocumentSchema.of(t, "/v1/schemas/" + t.getSimpleName(), t.getSimpleName(), codes));
    var faults = schema.check(document);
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
    }
    return schema.bind(document);
  }
}
