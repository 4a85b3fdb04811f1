package io.tributary.activities.error;

import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;

/**
 * What a native error means.
 *
 * @param code its kind
 * @param text what may be told about it: names of objects and codes, never values of rows, secrets
 *     or parameters
 */
public record Diagnosis(ErrorCode code, String text) {
  /**
   * Makes the failure that a workflow sees. It has no cause: the texts of native exceptions may
   * hold values of rows.
   *
   * @param place what was being done, for instance {@code refresh mart.daily_sales}
   */
  public ApplicationFailure failure(String place) {
    return Failures.of(code, place + ": " + text);
  }
}
