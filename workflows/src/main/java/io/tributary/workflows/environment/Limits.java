package io.tributary.workflows.environment;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The smallest and the largest value of a number or duration, both accepted. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Limits {
  /** The smallest value, as one would write it in YAML. */
  String min();

  /** The largest value, as one would write it in YAML. */
  String max();
}
