package io.tributary.worker.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.tributary.workflows.job.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last run under a fixed id. It is asked for by its id, which every Temporal server answers;
 * lists of runs are not.
 *
 * @param workflowId the fixed id
 * @param state {@code NEVER}, {@code RUNNING} or how it ended
 * @param started when it began, null if it never did
 * @param ended when it ended, null if it has not
 * @param detail what it does now, or where its report is; may be empty
 */
record RunStatus(
    String workflowId,
    String state,
    @Nullable Instant started,
    @Nullable Instant ended,
    String detail) {
  static RunStatus of(WorkflowClient client, String workflowId) {
    WorkflowStub run = client.newUntypedWorkflowStub(workflowId);
    WorkflowExecutionDescription description;
    try {
      description = run.describe();
    } catch (WorkflowNotFoundException e) {
      return new RunStatus(workflowId, "NEVER", null, null, "");
    }
    WorkflowExecutionStatus status = description.getStatus();
    String word = status.name().replace("WORKFLOW_EXECUTION_STATUS_", "");
    if (status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
      return new RunStatus(workflowId, word, description.getStartTime(), null, progress(run));
    }
    if (status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED) {
      JsonNode result = run.getResult(JsonNode.class);
      return new RunStatus(
          workflowId,
          result.path("status").asText(word),
          description.getStartTime(),
          description.getCloseTime(),
          result.path("report").asText(""));
    }
    return new RunStatus(
        workflowId, word, description.getStartTime(), description.getCloseTime(), "");
  }

  private static String progress(WorkflowStub run) {
    try {
      Progress now = run.query("progress", Progress.class);
      return now == null ? "" : "%d of %d, %s".formatted(now.done(), now.total(), now.phase());
    } catch (RuntimeException e) {
      return "no worker answers";
    }
  }
}
