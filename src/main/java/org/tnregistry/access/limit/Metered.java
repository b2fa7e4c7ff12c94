package org.tnregistry.access.limit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation hands out what must not leave in bulk: each call takes one from the reader's daily
 * quota before anything is looked for. An operation that gives more than one counts the rest with
 * {@link ReadingQuota#more}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Metered {
  Reading value();
}
