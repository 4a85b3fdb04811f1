package io.tributary.workflows.error;

/** Whether doing it again helps, and whether it is safe. */
public enum Retry {
  /** It did not happen; trying again is harmless and may help. */
  SAFE,
  /** Trying again gives the same answer until a person changes something. */
  NEVER,
  /** It is unknown whether it happened: look at the world first, then decide. */
  LOOK_FIRST
}
