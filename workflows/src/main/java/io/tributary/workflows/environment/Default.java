package io.tributary.workflows.environment;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component of the specification is when the YAML does not say: the only place where a
 * default is written. The reader, the JSON Schema and the reference page take it from here.
 *
 * <p>A component without this annotation is required, unless it is {@code @Nullable} (absent means
 * something, and its text says what), a list or map (empty), or a record (its own defaults).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  /** The value as one would write it in YAML. */
  String value();
}
