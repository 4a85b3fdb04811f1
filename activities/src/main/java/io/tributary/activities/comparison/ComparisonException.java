package io.tributary.activities.comparison;

/** Two tables cannot be compared. The message names tables and columns, never values. */
public final class ComparisonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes it.
   *
   * @param message what cannot be compared and why
   */
  public ComparisonException(String message) {
    super(message);
  }
}
