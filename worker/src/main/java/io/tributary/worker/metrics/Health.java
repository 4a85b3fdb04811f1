package io.tributary.worker.metrics;

/**
 * Whether the process can work now.
 *
 * @param state {@code STARTING}, {@code SERVING}, {@code DRAINING} or {@code UNREACHABLE} when
 *     Temporal does not answer
 * @param environment the environment it serves
 */
public record Health(State state, String environment) {
  /** What a probe can find. */
  public enum State {
    /** Not yet polling. */
    STARTING,
    /** Polling, and Temporal answers. */
    SERVING,
    /** Finishing what is under way; takes nothing new. */
    DRAINING,
    /** Temporal does not answer. */
    UNREACHABLE
  }

  /** Returns whether a probe should be content. */
  public boolean isWell() {
    return state == State.SERVING;
  }

  /** Returns the answer of {@code /health}; neither value needs escaping. */
  public String json() {
    return "{\"state\":\"%s\",\"environment\":\"%s\"}\n".formatted(state, environment);
  }
}
