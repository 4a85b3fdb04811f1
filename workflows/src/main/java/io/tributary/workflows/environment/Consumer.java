package io.tributary.workflows.environment;

import java.util.List;

/**
 * Somebody who reads the warehouse. Takes effect with the next run: who is hit by a failed view is
 * named in its notification.
 *
 * @param name Its name.
 * @param kind What it is.
 * @param owner Who is asked about it.
 * @param reads The views and tables that it reads, {@code schema.name}.
 */
public record Consumer(
    String name, Kind kind, String owner, @Format(TextFormat.QUALIFIED) List<String> reads) {

  /** What a consumer is. */
  public enum Kind {
    /** A data set of Amazon QuickSight. */
    QUICKSIGHT,
    /** Another reporting tool. */
    REPORTING,
    /** An application. */
    APPLICATION
  }
}
