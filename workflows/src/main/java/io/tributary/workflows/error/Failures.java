package io.tributary.workflows.error;

import io.temporal.failure.ApplicationFailure;
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

  /** Returns {@code CODE: sentence} of the first known failure, or the outermost message. */
  public static String sentence(Throwable failure) {
    return application(failure)
        .map(found -> found.getType() + ": " + found.getOriginalMessage())
        .orElseGet(() -> ErrorCode.INTERNAL.name() + ": " + failure.getMessage());
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
