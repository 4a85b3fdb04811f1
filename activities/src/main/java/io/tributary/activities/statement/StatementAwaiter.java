package io.tributary.activities.statement;

import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.statement.StatementActivities;
import io.tributary.workflows.statement.StatementOutcome;
import io.tributary.workflows.statement.StatementRequest;
import io.tributary.workflows.statement.SubmittedStatement;

/** Waits for statements that were submitted, and cancels them. */
public final class StatementAwaiter implements StatementActivities {
  private final DataApi api;
  private final StatementWait waiting;

  /** Makes it. */
  public StatementAwaiter(DataApi api) {
    this.api = api;
    this.waiting = new StatementWait(api, new PollRhythm(api.policy(), System::nanoTime));
  }

  @Override
  public StatementOutcome await(SubmittedStatement statement, StatementRequest request) {
    try {
      return StatementEnd.outcome(
          waiting.untilEnded(statement.id(), Pulse.here()), statement.label(), api.clock());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.of(
          ErrorCode.INTERNAL,
          statement.label()
              + ": this worker stops; the statement goes on and is awaited elsewhere");
    }
  }

  @Override
  public void cancel(SubmittedStatement statement, StatementRequest request) {
    api.cancel(statement.id());
  }
}
