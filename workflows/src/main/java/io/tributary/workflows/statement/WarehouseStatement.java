package io.tributary.workflows.statement;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.error.Retries;
import io.tributary.workflows.job.Calls;
import io.tributary.workflows.job.Ids;
import io.tributary.workflows.job.Undisturbed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One statement with an effect, from its submission to its end: submitted once on the queue whose
 * rate the server limits, then awaited. Where the warehouse undid it for a reason that passes (a
 * serialization conflict, no free slot) it is run again as a new statement with a new key. When the
 * run is stopped, the statement is cancelled in the warehouse.
 */
public final class WarehouseStatement {
  /** A conflict that outlives so many attempts is not a coincidence. */
  private static final int ATTEMPTS = 5;

  /** How long a stop waits for the answer of a submission, to be able to cancel the statement. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final String environment;
  private final StatementRequest first;
  private @Nullable SubmittedStatement submitted;

  /**
   * Makes a statement; submits nothing yet.
   *
   * @param environment its submit queue
   * @param request its key must be unique in the run and survive a reset, see {@link #key}
   */
  public WarehouseStatement(String environment, StatementRequest request) {
    this.environment = environment;
    this.first = request;
  }

  /**
   * Returns the repeat key of a statement of this run.
   *
   * @param place the statement's place in the run, unique in it
   */
  public static String key(String place) {
    return Workflow.getInfo().getOriginalExecutionRunId() + "/" + place;
  }

  /** Returns the Data API's id of the last submission, or null. */
  public @Nullable String id() {
    return submitted == null ? null : submitted.id();
  }

  /**
   * Runs it to its end.
   *
   * @throws ActivityFailure with an {@code ErrorCode} when it failed
   * @throws CanceledFailure or an {@link ActivityFailure} of that cause when the run was stopped;
   *     the statement is cancelled then
   */
  public StatementOutcome run() {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(request(attempt));
      } catch (ActivityFailure e) {
        if (attempt == ATTEMPTS || submitted == null || !passes(e)) {
          throw e;
        }
        Workflow.sleep(Duration.ofSeconds(1L << attempt));
      }
    }
  }

  private StatementRequest request(int attempt) {
    if (attempt == 1) {
      return first;
    }
    return new StatementRequest(
        first.warehouse(),
        first.key() + "/" + attempt,
        first.sql(),
        first.label() + " (attempt " + attempt + ")");
  }

  private StatementOutcome once(StatementRequest request) {
    submitted = null;
    SubmittedStatement statement = submit(request);
    submitted = statement;
    try {
      return Workflow.newActivityStub(StatementActivities.class, awaiting(request))
          .await(statement, request);
    } catch (ActivityFailure | CanceledFailure e) {
      if (Failures.cancelled(e)) {
        cancel(statement, request);
      }
      throw e;
    }
  }

  /** Submits in a scope of its own: a stop must learn the id of what it has to cancel. */
  private SubmittedStatement submit(StatementRequest request) {
    StatementSubmitActivities activities =
        Workflow.newActivityStub(StatementSubmitActivities.class, submitting(request));
    Submission submission = new Submission();
    CancellationScope scope =
        Workflow.newDetachedCancellationScope(
            () -> submission.promise = Async.function(activities::submit, request));
    scope.run();
    Promise<SubmittedStatement> answer = submission.promise();
    try {
      return answer.cancellableGet();
    } catch (CanceledFailure e) {
      Undisturbed.run(() -> Workflow.await(GRACE, answer::isCompleted));
      if (answer.isCompleted() && answer.getFailure() == null) {
        SubmittedStatement statement = answer.get();
        submitted = statement;
        cancel(statement, request);
      } else {
        scope.cancel("the run was stopped");
      }
      throw e;
    }
  }

  private static void cancel(SubmittedStatement statement, StatementRequest request) {
    Undisturbed.run(
        () -> {
          try {
            Workflow.newActivityStub(
                    StatementActivities.class, Calls.quick("cancel " + request.label()))
                .cancel(statement, request);
          } catch (ActivityFailure e) {
            Workflow.getLogger(WarehouseStatement.class)
                .warn("{} could not be cancelled: {}", statement.id(), Failures.sentence(e));
          }
        });
  }

  private static boolean passes(ActivityFailure failure) {
    return switch (Failures.code(failure).orElse(ErrorCode.INTERNAL)) {
      case SERIALIZATION_CONFLICT, TOO_MANY_STATEMENTS, WAREHOUSE_UNREACHABLE -> true;
      default -> false;
    };
  }

  private ActivityOptions submitting(StatementRequest request) {
    return Calls.quick("submit " + request.label()).toBuilder()
        .setTaskQueue(Ids.submitQueue(environment))
        .build();
  }

  /**
   * What ended the statement itself is not mended by observing it again. A stop abandons the wait
   * and cancels the statement, which ends the wait wherever it is.
   */
  private static ActivityOptions awaiting(StatementRequest request) {
    return Calls.working(request.label())
        .setCancellationType(ActivityCancellationType.ABANDON)
        .setRetryOptions(
            Retries.options(
                ErrorCode.SERIALIZATION_CONFLICT,
                ErrorCode.TOO_MANY_STATEMENTS,
                ErrorCode.WAREHOUSE_UNREACHABLE,
                ErrorCode.STATEMENT_EXPIRED))
        .build();
  }

  private static final class Submission {
    private @Nullable Promise<SubmittedStatement> promise;

    Promise<SubmittedStatement> promise() {
      if (promise == null) {
        throw new IllegalStateException("nothing was submitted");
      }
      return promise;
    }
  }
}
