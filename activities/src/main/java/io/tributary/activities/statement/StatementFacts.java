package io.tributary.activities.statement;

import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.Optional;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;

/**
 * What the Data API knows of a statement that has ended.
 *
 * @param createdMillis when it was accepted, milliseconds since the epoch
 * @param session the warehouse's session that ran it, 0 when unknown
 * @param millis how long it ran in the warehouse
 */
public record StatementFacts(long createdMillis, long session, long millis) {
  /** Asks; empty when the Data API has forgotten the statement. */
  public static Optional<StatementFacts> of(DataApi api, String statementId) {
    try {
      DescribeStatementResponse seen = api.describe(statementId, null);
      return Optional.of(
          new StatementFacts(
              seen.createdAt() == null ? 0 : seen.createdAt().toEpochMilli(),
              seen.redshiftPid() == null ? 0 : seen.redshiftPid(),
              seen.duration() == null ? 0 : Math.max(0, seen.duration() / 1_000_000)));
    } catch (ApplicationFailure failure) {
      ErrorCode code = Failures.code(failure).orElse(ErrorCode.INTERNAL);
      // A key that never became a statement is refused as no id.
      if (code == ErrorCode.STATEMENT_EXPIRED || code == ErrorCode.AWS_REFUSED) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
