package io.tributary.workflows.job;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.environment.EnvironmentActivities;
import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of every outer run: the account is proven before anything else, then the run pins
 * the specification and takes its slice. What goes wrong here is the starter's to mend, so it fails
 * the run with the sentence itself.
 */
public final class OuterStart {
  private final RunCard card;
  private final EnvironmentActivities activities =
      Workflow.newActivityStub(
          EnvironmentActivities.class, Calls.quick("prove the account and pin the specification"));

  /** Shows the run's card. */
  public OuterStart(RunCard card) {
    this.card = card;
    card.begin();
  }

  /**
   * Refuses a number below one.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code INPUT_INVALID}
   */
  public void positive(String field, @Nullable Integer value) {
    if (value != null && value < 1) {
      throw Failures.of(
          ErrorCode.INPUT_INVALID, field + " is " + value + "; it takes a whole number from 1");
    }
  }

  /**
   * Proves the account and pins the specification.
   *
   * @throws io.temporal.failure.ApplicationFailure as {@link EnvironmentActivities#pin}
   */
  public PinnedEnvironment pin(@Nullable String environment, @Nullable String digest) {
    card.phase("proving the account", "");
    try {
      PinnedEnvironment pinned = activities.pin(environment, digest);
      card.environment(pinned.environment());
      return pinned;
    } catch (ActivityFailure e) {
      throw failed(e);
    }
  }

  /**
   * Takes what the run needs of the specification.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code INPUT_UNKNOWN_NAME}
   */
  public <T> T slice(Functions.Func1<EnvironmentActivities, T> question) {
    try {
      return question.apply(
          Workflow.newActivityStub(
              EnvironmentActivities.class, Calls.quick("read the specification")));
    } catch (ActivityFailure e) {
      throw failed(e);
    }
  }

  private RuntimeException failed(ActivityFailure failure) {
    if (!Failures.cancelled(failure)) {
      card.end(RunResult.Status.FAILED, Failures.sentence(failure));
    }
    return Failures.surfaced(failure);
  }
}
