package org.tnregistry.shared.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A map from BCP 47 language tag to text: the same text in one or more languages. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Text {
  /**
   * The longest text of one language, in UTF-16 code units as JSON Schema's maxLength is checked.
   */
  int max() default 2_000;
}
