package org.tnregistry.shared.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.json.StrictJson;

/** Generates a schema from a record: its members, Jakarta constraints, codes and forms. */
final class SchemaGeneration {
  private static final String CODES = "codes-";
  private static final Pattern SCHEME = Pattern.compile("/\\$defs/" + CODES + "([a-z-]+)/");

  private SchemaGeneration() {}

  static ObjectNode generate(Class<?> type, String id, String title, CodeLists codes) {
    var builder =
        new SchemaGeneratorConfigBuilder(
                StrictJson.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.DEFINITIONS_FOR_ALL_OBJECTS)
            .with(
                new JakartaValidationModule(
                    JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED));
    var schemes = new TreeSet<String>();
    builder
        .forFields()
        .withCustomDefinitionProvider((field, context) -> definition(field, schemes));
    var schema = new SchemaGenerator(builder.build()).generateSchema(type);
    var definitions =
        schema.has("$defs") ? (ObjectNode) schema.get("$defs") : schema.putObject("$defs");
    for (var scheme : schemes) {
      definitions.set(CODES + scheme, codes(scheme, codes));
    }
    refuseBlanks(schema);
    schema.put("$id", id);
    schema.put("title", title);
    return schema;
  }

  /** A text that must not be empty must not be blank either. */
  private static void refuseBlanks(JsonNode node) {
    if (node instanceof ObjectNode text && text.has("minLength") && !text.has("format")) {
      text.put("pattern", Lexical.NOT_BLANK);
    }
    node.forEach(SchemaGeneration::refuseBlanks);
  }

  /** The taxonomy whose codes the keyword at this schema location lists. */
  static Optional<String> schemeOf(String schemaLocation) {
    var match = SCHEME.matcher(schemaLocation);
    return match.find() ? Optional.of(match.group(1)) : Optional.empty();
  }

  private static @Nullable CustomPropertyDefinition definition(
      FieldScope field, Set<String> schemes) {
    var erased = field.getType().getErasedType();
    if (erased == JsonNode.class) {
      return new CustomPropertyDefinition(
          StrictJson.mapper().createObjectNode(), CustomDefinition.AttributeInclusion.NO);
    }
    var text = annotation(field, Text.class);
    if (text != null && !field.isFakeContainerItemScope()) {
      return new CustomPropertyDefinition(languageMap(text));
    }
    if (erased != String.class) {
      return null;
    }
    var node = StrictJson.mapper().createObjectNode();
    var code = annotation(field, Code.class);
    if (code != null) {
      schemes.add(code.value());
      return new CustomPropertyDefinition(node.put("$ref", "#/$defs/" + CODES + code.value()));
    }
    var form = annotation(field, Form.class);
    if (form != null) {
      return new CustomPropertyDefinition(
          node.put("type", "string")
              .put("format", form.value().format())
              .put("description", form.value().sentence() + "."));
    }
    return null;
  }

  private static <A extends java.lang.annotation.Annotation> @Nullable A annotation(
      FieldScope field, Class<A> type) {
    return field.getRawMember().getAnnotation(type);
  }

  private static ObjectNode languageMap(Text text) {
    var node = StrictJson.mapper().createObjectNode();
    node.put("type", "object").put("minProperties", 1).put("maxProperties", 50);
    node.put("description", "Text by BCP 47 language tag.");
    node.putObject("propertyNames").put("format", Lexical.LANGUAGE.format());
    node.putObject("additionalProperties")
        .put("type", "string")
        .put("minLength", 1)
        .put("maxLength", text.max());
    return node;
  }

  private static ObjectNode codes(String scheme, CodeLists lists) {
    var list =
        lists.codes(scheme).orElseThrow(() -> new IllegalStateException("no taxonomy " + scheme));
    var node = StrictJson.mapper().createObjectNode();
    node.put("type", "string");
    node.put("description", "A code of the taxonomy " + scheme + " " + list.version() + ".");
    ArrayNode codes = node.putArray("enum");
    list.codes().forEach(codes::add);
    return node;
  }
}
