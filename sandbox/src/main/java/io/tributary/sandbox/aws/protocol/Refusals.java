package io.tributary.sandbox.aws.protocol;

import io.tributary.sandbox.aws.Answer;

/** The errors that any call may meet, as one family of services words them. */
public interface Refusals {
  /** Writes an error. */
  Answer error(WireError error, String requestId);

  /** The error for too many calls. */
  WireError throttled(String message);

  /** The error for a failure inside the service. */
  WireError failed(String message);

  /** The error for an access key that nobody has. */
  WireError unknownCaller();

  /** The error for a caller of another account. */
  default WireError denied(String message) {
    return new WireError(400, "AccessDeniedException", message);
  }
}
