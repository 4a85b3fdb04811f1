package io.tributary.activities.statement;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.error.Retry;
import io.tributary.workflows.statement.StatementRequest;
import io.tributary.workflows.statement.StatementSubmitActivities;
import io.tributary.workflows.statement.SubmittedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.redshiftdata.model.StatementData;

/**
 * Hands statements to the Data API, each once, wherever the process dies.
 *
 * <ul>
 *   <li>before the call: nothing happened, the retry finds nothing under the name and submits;
 *   <li>while the call is on its way: the retry may find nothing yet and submits again with the
 *       same token, which the Data API answers with the statement it already has;
 *   <li>after the call took effect and before its answer or our completion arrived: the retry finds
 *       the statement under its name;
 *   <li>so late that even the name may be forgotten: nothing is submitted, {@link
 *       ErrorCode#STATEMENT_EXPIRED} says that the catalogue has to decide.
 * </ul>
 */
public final class StatementSubmitter implements StatementSubmitActivities {
  /** The Data API keeps names for 24 hours; the margin is for clocks that differ. */
  private static final Duration NAME_KEPT = Duration.ofHours(24).minusMinutes(15);

  private final DataApi api;

  /** Makes it. */
  public StatementSubmitter(DataApi api) {
    this.api = api;
  }

  @Override
  public SubmittedStatement submit(StatementRequest request) {
    ActivityInfo activity = Pulse.activity().map(ActivityExecutionContext::getInfo).orElseThrow();
    Instant scheduled = Instant.ofEpochMilli(activity.getScheduledTimestamp());
    return submit(request, activity.getAttempt(), scheduled);
  }

  /**
   * Submits within an attempt.
   *
   * @param attempt 1 for the first one
   * @param scheduled when the first one was due
   */
  SubmittedStatement submit(StatementRequest request, int attempt, Instant scheduled) {
    StatementIdentity identity = StatementIdentity.of(request.key(), List.of(request.sql()));
    if (attempt > 1) {
      Optional<StatementData> earlier = find(identity);
      if (earlier.isPresent()) {
        return submitted(request, earlier.get());
      }
      refuseWhenTooLate(scheduled, request);
    }
    try {
      String id = api.submit(request.warehouse(), identity, List.of(request.sql()));
      return new SubmittedStatement(id, identity.name(), request.label(), api.clock().millis());
    } catch (ApplicationFailure failure) {
      return afterFailure(request, identity, failure);
    }
  }

  /** An answer that failed to arrive is looked for at once: that spares the pause of a retry. */
  private SubmittedStatement afterFailure(
      StatementRequest request, StatementIdentity identity, ApplicationFailure failure) {
    ErrorCode code = Failures.code(failure).orElse(ErrorCode.INTERNAL);
    if (code.retry() != Retry.LOOK_FIRST) {
      throw failure;
    }
    return find(identity).map(found -> submitted(request, found)).orElseThrow(() -> failure);
  }

  private Optional<StatementData> find(StatementIdentity identity) {
    return api.find(identity.name()).stream()
        .filter(found -> identity.name().equals(found.statementName()))
        .findFirst();
  }

  private void refuseWhenTooLate(Instant scheduled, StatementRequest request) {
    if (Duration.between(scheduled, api.clock().instant()).compareTo(NAME_KEPT) > 0) {
      throw Failures.of(
          ErrorCode.STATEMENT_EXPIRED,
          request.label()
              + ": first tried at "
              + scheduled
              + ", longer ago than the Data API keeps names; only the catalogue can tell whether it"
              + " ran");
    }
  }

  private SubmittedStatement submitted(StatementRequest request, StatementData found) {
    Instant at = found.createdAt() == null ? api.clock().instant() : found.createdAt();
    return new SubmittedStatement(
        found.id(), found.statementName(), request.label(), at.toEpochMilli());
  }
}
