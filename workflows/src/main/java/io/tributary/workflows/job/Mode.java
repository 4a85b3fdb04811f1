package io.tributary.workflows.job;

/** What a run may do to the outside world, with Terraform's words. */
public enum Mode {
  /** Shows what would be done and changes nothing. */
  PLAN,
  /** Does it. */
  APPLY
}
