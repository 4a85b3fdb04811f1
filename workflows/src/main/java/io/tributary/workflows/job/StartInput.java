package io.tributary.workflows.job;

/**
 * Marks the one JSON argument with which a person, a schedule or another job starts a workflow.
 *
 * <p>Every component is optional. Text that does not fit such a type fails the run at once with the
 * field's name ({@link BadStartInput}); any other value that cannot be decoded stays retryable,
 * because a newer record must not kill runs that already wait.
 */
public interface StartInput {}
