package io.tributary.workflows.statement;

/**
 * A statement that finished well; one that did not is an {@code ApplicationFailure}.
 *
 * @param id the Data API's id
 * @param durationNanos how long it ran in the warehouse
 * @param resultRows rows of its result, -1 where there is none
 * @param finishedAtMillis when the warehouse reported its end, milliseconds since the epoch
 */
public record StatementOutcome(
    String id, long durationNanos, long resultRows, long finishedAtMillis) {}
