package io.tributary.workflows.job;

import io.temporal.common.converter.DataConverterException;

/**
 * The JSON that a workflow was started with does not fit. Thrown by the payload converter for
 * {@link StartInput} types only and registered as a failure of the run, so that the person who
 * started it sees the field, the value and what would be right.
 */
public final class BadStartInput extends DataConverterException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the failure.
   *
   * @param message names the field, the value seen and what is accepted, on one line
   */
  public BadStartInput(String message) {
    super(message);
  }
}
