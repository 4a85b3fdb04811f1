package io.tributary.sandbox.dataapi;

import io.tributary.sandbox.redshift.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One SQL text of a submission and how far it is.
 *
 * @param status as the Data API names it
 * @param tag the statement's kind, such as {@code REFRESH MATERIALIZED VIEW}
 * @param queryId the warehouse's number for it; 0 before it started
 * @param startedAt milliseconds since the epoch; 0 before it started
 */
record Step(
    String status,
    String tag,
    long queryId,
    long startedAt,
    long updatedAt,
    long durationNanos,
    long rows,
    long bytes,
    boolean hasResultSet,
    @Nullable String error) {

  static Step submitted(long now) {
    return new Step("SUBMITTED", "", 0, 0, now, 0, -1, 0, false, null);
  }

  Step picked(String newTag, long now) {
    return new Step("PICKED", newTag, 0, 0, now, 0, -1, 0, false, null);
  }

  Step started(long newQueryId, long now) {
    return new Step("STARTED", tag, newQueryId, now, now, 0, -1, 0, false, null);
  }

  Step finished(Outcome outcome, long nanos, long now) {
    return new Step(
        "FINISHED",
        tag,
        queryId,
        startedAt,
        now,
        nanos,
        outcome.rows(),
        outcome.bytes(),
        outcome.hasResultSet(),
        null);
  }

  Step ended(String newStatus, @Nullable String text, long nanos, long now) {
    return new Step(newStatus, tag, queryId, startedAt, now, nanos, -1, 0, false, text);
  }
}
