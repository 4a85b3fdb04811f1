package io.tributary.workflows.job;

import java.time.LocalDate;

/** Names of queues, runs and workflow ids: one place, so that every process derives the same. */
public final class Ids {
  private Ids() {}

  /** Returns the namespace of an environment, which is also the name of its workflow queue. */
  public static String namespace(String environment) {
    return "tributary-" + environment;
  }

  /** Returns the queue of workflows and ordinary activities of an environment. */
  public static String taskQueue(String environment) {
    return "tributary-" + environment;
  }

  /**
   * Returns the queue on which statements are submitted. The server limits its rate, because the
   * Data API's quota is one for all workers of an account.
   */
  public static String submitQueue(String environment) {
    return "tributary-" + environment + "-submit";
  }

  /**
   * Returns the fixed workflow id that is the lock of a job's subject.
   *
   * @param subject a view set, a table group or a secret; no {@code /}
   */
  public static String runId(String environment, Job job, String subject) {
    return "tributary." + environment + "." + job.noun() + "." + subject;
  }

  /**
   * Returns the name of a run in evidence, reports and {@code undo}: {@code <date>-<8 hex>}. They
   * are the last of the id: a server's ids may begin with the time, the same for a minute.
   *
   * @param started the UTC day on which the run began
   * @param originalRunId the run id that a reset keeps, see {@code getOriginalExecutionRunId}
   */
  public static String runName(LocalDate started, String originalRunId) {
    String hex = originalRunId.replace("-", "");
    return started + "-" + hex.substring(hex.length() - 8);
  }
}
