package io.tributary.activities.statement;

import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.time.Duration;

/** Lets time pass: the seam at which tests move it by hand. */
interface Pause {
  /** Waits. */
  void sleep(Duration time) throws InterruptedException;

  /** Really waits. */
  static Pause real() {
    return Thread::sleep;
  }

  /** Waits; an interrupt becomes a failure that is tried again elsewhere. */
  default void of(Duration time) {
    try {
      sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.of(ErrorCode.INTERNAL, "interrupted while waiting: the process stops");
    }
  }
}
