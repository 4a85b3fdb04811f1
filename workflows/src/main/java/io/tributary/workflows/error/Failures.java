package io.tributary.workflows.error;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes and reads failures: the only place where an {@code ApplicationFailure} is built. */
public final class Failures {
  private Failures() {}

  /**
   * Makes the failure of a code. It is retried by Temporal unless the code's retry is {@code
   * NEVER}.
   *
   * @param code its kind
   * @param message the sentence for people: the place, the value, what would be right; never a
   *     secret or row data
   */
  public static ApplicationFailure of(ErrorCode code, String message) {
    return of(code, message, null);
  }

  /**
   * Makes the failure of a code with its cause. The cause's text travels with it: give none whose
   * text may hold a secret or row data.
   */
  public static ApplicationFailure of(ErrorCode code, String message, @Nullable Throwable cause) {
    return switch (code.retry()) {
      case NEVER -> ApplicationFailure.newNonRetryableFailureWithCause(message, code.name(), cause);
      case SAFE, LOOK_FIRST -> ApplicationFailure.newFailureWithCause(message, code.name(), cause);
    };
  }

  /** Finds the first failure of a known code in a chain of causes. */
  public static Optional<ErrorCode> code(@Nullable Throwable failure) {
    return application(failure).map(found -> ErrorCode.valueOf(found.getType()));
  }

  /**
   * Returns {@code CODE: sentence} of the first known failure. Of an unknown one it names the
   * activity and the kind only: its text was written by others and may hold row data.
   */
  public static String sentence(Throwable failure) {
    return application(failure)
        .map(found -> found.getType() + ": " + found.getOriginalMessage())
        .orElseGet(() -> ErrorCode.INTERNAL.name() + ": " + unknown(failure));
  }

  /** Returns whether a chain of causes says that the work was cancelled. */
  public static boolean cancelled(@Nullable Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof CanceledFailure) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the failure with which a run ends, so that its first line says what went wrong: the
   * known code and its sentence instead of "activity task failed". Cancellation stays what it is.
   */
  public static RuntimeException surfaced(RuntimeException failure) {
    if (cancelled(failure)) {
      return failure;
    }
    ErrorCode code = code(failure).orElse(ErrorCode.INTERNAL);
    String sentence = sentence(failure).substring(code.name().length() + 2);
    return ApplicationFailure.newNonRetryableFailureWithCause(sentence, code.name(), failure);
  }

  private static String unknown(Throwable failure) {
    String where = "";
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ActivityFailure activity) {
        where = " in the activity " + activity.getActivityType();
      } else if (at instanceof ChildWorkflowFailure child) {
        where = " in the run " + child.getExecution().getWorkflowId();
      } else if (at instanceof TimeoutFailure timeout) {
        return timeout.getTimeoutType().name().substring("TIMEOUT_TYPE_".length()) + where;
      } else if (at instanceof ApplicationFailure application) {
        return application.getType() + where;
      } else if (at.getCause() == null) {
        return at.getClass().getSimpleName() + where;
      }
    }
    return failure.getClass().getSimpleName() + where;
  }

  private static Optional<ApplicationFailure> application(@Nullable Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ApplicationFailure found && known(found.getType())) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static boolean known(String type) {
    for (ErrorCode code : ErrorCode.values()) {
      if (code.name().equals(type)) {
        return true;
      }
    }
    return false;
  }
}
