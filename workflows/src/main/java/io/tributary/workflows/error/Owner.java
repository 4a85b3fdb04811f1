package io.tributary.workflows.error;

/** Who can put an error right. */
public enum Owner {
  /** The person who runs Tributary: specification, credentials, network. */
  OPERATOR,
  /** AWS: quotas, outages. */
  AWS,
  /** The owner of a source database. */
  SOURCE_OWNER,
  /** Tributary itself: a defect, please report it. */
  TRIBUTARY
}
