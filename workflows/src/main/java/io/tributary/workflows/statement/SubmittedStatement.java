package io.tributary.workflows.statement;

/**
 * A statement that the Data API has accepted.
 *
 * @param id the Data API's id
 * @param name the deterministic {@code StatementName} by which it is found again
 * @param label what a person sees
 * @param submittedAtMillis when it was accepted, milliseconds since the epoch
 */
public record SubmittedStatement(String id, String name, String label, long submittedAtMillis) {}
