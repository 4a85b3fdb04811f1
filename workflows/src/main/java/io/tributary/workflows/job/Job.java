package io.tributary.workflows.job;

/**
 * The jobs a person or a schedule can start: a closed list.
 *
 * <p>The {@linkplain #noun() noun} is the word used on the command line, in workflow ids, in the
 * search attribute {@code TributaryJob} and as a folder of the evidence.
 */
public enum Job {
  /** Refreshes materialized views in the order of their dependencies. */
  REFRESH("refresh", "MaterializedViewRefreshWorkflow"),
  /** Compares tables of a source with their copies in the warehouse. */
  RECONCILIATION("reconciliation", "ReconciliationWorkflow");

  private final String noun;
  private final String workflowType;

  Job(String noun, String workflowType) {
    this.noun = noun;
    this.workflowType = workflowType;
  }

  /** Returns the word for this job on the command line, in ids and in the evidence. */
  public String noun() {
    return noun;
  }

  /** Returns the Temporal workflow type that a person starts. */
  public String workflowType() {
    return workflowType;
  }

  /** Returns the type of the one run with a fixed id that does the work. */
  public String runType() {
    return workflowType.substring(0, workflowType.length() - "Workflow".length()) + "Run";
  }
}
