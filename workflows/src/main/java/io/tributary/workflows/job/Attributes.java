package io.tributary.workflows.job;

import io.temporal.common.SearchAttributeKey;

/** The search attributes by which runs are found. All are keywords. */
public final class Attributes {
  /** The environment's name. */
  public static final SearchAttributeKey<String> ENVIRONMENT =
      SearchAttributeKey.forKeyword("TributaryEnvironment");

  /** The job's noun. */
  public static final SearchAttributeKey<String> JOB =
      SearchAttributeKey.forKeyword("TributaryJob");

  /** {@code RUNNING}, then the name of a {@link RunResult.Status}. */
  public static final SearchAttributeKey<String> STATUS =
      SearchAttributeKey.forKeyword("TributaryStatus");

  /** On schedules: the hash of the definition that the specification wants. */
  public static final SearchAttributeKey<String> DEFINITION =
      SearchAttributeKey.forKeyword("TributaryDefinition");

  private Attributes() {}
}
