package io.tributary.sandbox;

/** A part that could not start, with the cause. */
final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String NO_SPACE = "No space left on device";

  private final String part;

  StartFailure(String part, Exception cause) {
    super(cause);
    this.part = part;
  }

  /** Whether a person can mend the cause: then the exit code is 2, else 1. */
  boolean canBeMended(StateDirectory state) {
    return cause() instanceof SandboxFailure || diskIsFull(state);
  }

  /** The one sentence a person reads. */
  String sentence(StateDirectory state) {
    if (diskIsFull(state)) {
      return "The disk that holds %s became full while %s started: free some space or choose another --state"
          .formatted(state.root(), part);
    }
    if (cause() instanceof SandboxFailure failure) {
      return String.valueOf(failure.getMessage());
    }
    return "The sandbox could not start %s: %s; the log says more: %s"
        .formatted(part, firstLine(), state.resolve("sandbox.log"));
  }

  private boolean diskIsFull(StateDirectory state) {
    for (Throwable e = cause(); e != null; e = e.getCause()) {
      if (String.valueOf(e.getMessage()).contains(NO_SPACE)) {
        return true;
      }
    }
    return state.isFull();
  }

  private String firstLine() {
    var cause = cause();
    var message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  private Throwable cause() {
    var cause = getCause();
    return cause == null ? this : cause;
  }
}
