package org.tnregistry.shared.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.BasicDialectRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tnregistry.shared.json.Pointers;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.problem.Fault;

/**
 * The JSON Schema 2020-12 of one kind of document, and the check of documents against it. The
 * schema is generated from the record, and the published schema is the very one that checks: they
 * cannot drift. Thread-safe.
 */
public final class DocumentSchema<T> {
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft202012())
          .formats(Arrays.stream(Lexical.values()).map(DocumentSchema::format).toList())
          .build();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.builder()
          .defaultDialectId(DIALECT.getId())
          .dialectRegistry(new BasicDialectRegistry(DIALECT))
          .build();

  private final Class<T> type;
  private final ObjectNode schema;
  private final Schema checker;
  private final CodeLists codes;

  private DocumentSchema(Class<T> type, ObjectNode schema, CodeLists codes) {
    this.type = type;
    this.schema = schema;
    this.checker = REGISTRY.getSchema(schema);
    this.codes = codes;
  }

  /**
   * @param id the schema's {@code $id}, a path the registry serves
   */
  public static <T> DocumentSchema<T> of(Class<T> type, String id, String title, CodeLists codes) {
    return new DocumentSchema<>(type, SchemaGeneration.generate(type, id, title, codes), codes);
  }

  /** The schema as published. A copy. */
  public JsonNode published() {
    return schema.deepCopy();
  }

  /** Every fault of shape, code, form and character; empty for a document that can be bound. */
  public List<Fault> check(JsonNode document) {
    var faults = new ArrayList<>(StrictJson.textFaults(document));
    var told = new HashSet<String>();
    faults.forEach(f -> told.add(f.code() + f.pointer()));
    for (var error :
        checker.validate(document, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true)))) {
      var fault = fault(error);
      // What is no string is no code either; it is told once, as what it is.
      boolean misTyped = error.getKeyword().equals("enum") && !error.getInstanceNode().isTextual();
      if (!misTyped && told.add(fault.code() + fault.pointer())) {
        faults.add(fault);
      }
    }
    return faults;
  }

  /** The document as a record. To be called with checked documents only. */
  public T bind(JsonNode document) {
    try {
      return StrictJson.mapper().treeToValue(document, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema let through what the record cannot hold", e);
    }
  }

  private Fault fault(Error error) {
    var pointer = "#";
    for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
      pointer = Pointers.child(pointer, String.valueOf(error.getInstanceLocation().getElement(i)));
    }
    var property = error.getProperty();
    return switch (error.getKeyword()) {
      case "additionalProperties", "unevaluatedProperties" ->
          new Fault(
              "unknown-member",
              property == null ? pointer : Pointers.child(pointer, property),
              "The standard has no such member here.");
      case "required" ->
          new Fault(
              "missing-member",
              property == null ? pointer : Pointers.child(pointer, property),
              "This member is required.");
      case "enum" -> unknownCode(error, pointer);
      case "type" -> new Fault("wrong-type", pointer, typeSentence(error.getSchemaNode()));
      case "format" -> formFault(error, pointer);
      case "propertyNames" ->
          new Fault(
              "invalid-language-tag",
              pointer,
              Lexical.LANGUAGE.sentence() + " is expected as member name.");
      case "maxLength" ->
          new Fault(
              "too-long",
              pointer,
              "At most " + error.getSchemaNode() + " characters are accepted.");
      case "minLength", "pattern", "minItems", "minProperties" ->
          new Fault("empty", pointer, "The value must not be empty.");
      case "maxItems", "maxProperties" ->
          new Fault("too-many", pointer, "At most " + error.getSchemaNode() + " are accepted.");
      case "minimum", "maximum" ->
          new Fault("out-of-range", pointer, "The number is outside its bounds.");
      case "uniqueItems" ->
          new Fault("duplicate-item", pointer, "The list holds the same value twice.");
      case "const" -> new Fault("wrong-value", pointer, "Another value is expected here.");
      default ->
          new Fault(
              "invalid-value", pointer, "The value breaks the rule " + error.getKeyword() + ".");
    };
  }

  private static String typeSentence(JsonNode type) {
    return switch (type.asText()) {
      case "string" -> "A string is expected.";
      case "object" -> "An object is expected.";
      case "array" -> "An array is expected.";
      case "integer" -> "A whole number is expected.";
      case "number" -> "A number is expected.";
      case "boolean" -> "A boolean is expected.";
      default -> "The value has the wrong JSON type.";
    };
  }

  private Fault unknownCode(Error error, String pointer) {
    var scheme = SchemaGeneration.schemeOf(error.getSchemaLocation().toString());
    var replacements =
        scheme
            .flatMap(codes::codes)
            .flatMap(
                list ->
                    Optional.ofNullable(list.replacements().get(error.getInstanceNode().asText())));
    if (replacements.isPresent()) {
      return new Fault(
          "deprecated-code",
          pointer,
          "This code is deprecated; use " + String.join(" or ", replacements.get()) + ".");
    }
    return new Fault(
        "unknown-code",
        pointer,
        scheme
            .map(s -> "A code of the taxonomy " + s + " is expected.")
            .orElse("Not one of the accepted values."));
  }

  private static Fault formFault(Error error, String pointer) {
    return Lexical.ofFormat(error.getSchemaNode().asText())
        .map(form -> form.fault(error.getInstanceNode().asText(), pointer))
        .orElse(new Fault("invalid-format", pointer, "The text has not the expected form."));
  }

  private static Format format(Lexical form) {
    return new Format() {
      @Override
      public String getName() {
        return form.format();
      }

      @Override
      public boolean matches(ExecutionContext context, String value) {
        return form.accepts(value);
      }
    };
  }
}
