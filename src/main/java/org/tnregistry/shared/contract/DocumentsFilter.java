package org.tnregistry.shared.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * Describes the members of documents by their codes, forms and texts, and gives each kind of
 * request body its example, {@code /example/<component>.json}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentsFilter implements OASFilter {
  private static final int MAX_LANGUAGES = 50;

  private final IndexView index;

  public DocumentsFilter(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    var components = api.getComponents().getSchemas();
    for (var named :
        index.getAnnotations(org.eclipse.microprofile.openapi.annotations.media.Schema.class)) {
      if (named.target().kind() == Kind.CLASS && named.value("name") != null) {
        var component = components.get(named.value("name").asString());
        if (component != null && component.getProperties() != null) {
          describe(component, named.target().asClass());
        }
      }
    }
    for (var path : api.getPaths().getPathItems().values()) {
      for (var operation : path.getOperations().values()) {
        if (operation.getRequestBody() != null) {
          operation.getRequestBody().getContent().getMediaTypes().values().forEach(this::example);
        }
      }
    }
  }

  private void describe(Schema component, ClassInfo record) {
    component
        .getProperties()
        .forEach(
            (name, schema) -> {
              var field = record.field(name);
              if (field == null) {
                return;
              }
              describe(schema.getItems() == null ? schema : schema.getItems(), field);
              if (field.hasAnnotation(NotNull.class) && !isRequired(component, name)) {
                component.addRequired(name);
              }
            });
  }

  private static boolean isRequired(Schema component, String name) {
    return component.getRequired() != null && component.getRequired().contains(name);
  }

  private void describe(Schema schema, FieldInfo field) {
    var code = field.annotation(Code.class);
    var form = field.annotation(Form.class);
    var text = field.annotation(Text.class);
    if (code != null) {
      schema.setDescription("A code of the taxonomy " + code.value().asString());
    } else if (form != null) {
      var lexical = Lexical.valueOf(form.value().asEnum());
      schema.setFormat(lexical.format());
      schema.setDescription(lexical.sentence());
    } else if (text != null) {
      schema.setDescription("Text by BCP 47 language tag");
      schema.setMinProperties(1);
      schema.setMaxProperties(MAX_LANGUAGES);
      schema.setAdditionalPropertiesSchema(
          OASFactory.createSchema()
              .addType(SchemaType.STRING)
              .minLength(1)
              .pattern(Lexical.NOT_BLANK)
              .maxLength(text.valueWithDefault(index, "max").asInt()));
    } else if (schema.getMinLength() != null) {
      schema.setPattern(Lexical.NOT_BLANK);
    }
  }

  private void example(MediaType content) {
    var reference = content.getSchema().getRef();
    if (reference != null) {
      var component = reference.substring(reference.lastIndexOf('/') + 1);
      content.setExample(read("/example/" + component + ".json"));
    }
  }

  private static Object read(String path) {
    try (var file = DocumentsFilter.class.getResourceAsStream(path)) {
      return StrictJson.mapper()
          .readValue(Objects.requireNonNull(file, () -> path + " is missing"), Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
