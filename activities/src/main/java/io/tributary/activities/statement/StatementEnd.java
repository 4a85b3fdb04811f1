package io.tributary.activities.statement;

import io.temporal.failure.ApplicationFailure;
import io.tributary.activities.error.Diagnosis;
import io.tributary.activities.error.RedshiftErrors;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.statement.StatementOutcome;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;
import software.amazon.awssdk.services.redshiftdata.model.SubStatementData;

/** Turns the end of a statement into its outcome, or into the failure of a known type. */
final class StatementEnd {
  private StatementEnd() {}

  /**
   * Returns the outcome of a statement that finished.
   *
   * @param label what a person sees
   * @throws ApplicationFailure when it failed or was aborted; its message names the statement's id,
   *     with which its whole text can be read at the Data API
   */
  static StatementOutcome outcome(
      DescribeStatementResponse end, String label, InstantSource clock) {
    if (end.status() != StatusString.FINISHED) {
      throw failure(end, label);
    }
    Instant ended = end.updatedAt() == null ? clock.instant() : end.updatedAt();
    return new StatementOutcome(
        end.id(),
        end.duration() == null ? 0 : Math.max(0, end.duration()),
        Boolean.TRUE.equals(end.hasResultSet()) && end.resultRows() != null ? end.resultRows() : -1,
        ended.toEpochMilli());
  }

  private static ApplicationFailure failure(DescribeStatementResponse end, String label) {
    String place = label + " (statement " + end.id() + ")";
    if (end.status() == StatusString.ABORTED) {
      return Failures.of(ErrorCode.STATEMENT_ABORTED, place + ": it was cancelled");
    }
    Diagnosis diagnosis = RedshiftErrors.diagnose(text(end));
    return diagnosis.failure(place);
  }

  /** The first statement of a batch that failed says why; the others were rolled back with it. */
  private static String text(DescribeStatementResponse end) {
    for (SubStatementData part : end.subStatements()) {
      if (part.error() != null && !part.error().isBlank()) {
        return part.error();
      }
    }
    return end.error() == null ? "" : end.error();
  }
}
