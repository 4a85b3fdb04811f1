package io.tributary.sandbox.trouble;

import java.util.Locale;

/** What an injected fault does. */
public enum FaultKind {
  /** The call is refused with the service's throttling error and has no effect. */
  THROTTLE,
  /** The call fails with HTTP 500 and has no effect. */
  ERROR,
  /** The call takes effect, and the connection closes without an answer. */
  LOST_ANSWER,
  /** The statement runs at least the fault's time in the warehouse. */
  SLOW,
  /**
   * A call (with an operation) or a statement in the warehouse (with a pattern for SQL and no
   * operation) waits until the fault is deleted.
   */
  HOLD,
  /** The statement ends as FAILED with the fault's message as the database's error. */
  SQL_ERROR;

  /** The name on the wire: {@code lost-answer}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
