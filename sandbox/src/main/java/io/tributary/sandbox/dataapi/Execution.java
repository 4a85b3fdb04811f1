package io.tributary.sandbox.dataapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A submission with its fate; a value, kept as JSON.
 *
 * @param id as the Data API gives it
 * @param createdAt milliseconds since the epoch, as all times here
 * @param pid the process that runs it; 0 before it started
 * @param steps one per SQL text
 */
record Execution(
    String id,
    Submission submission,
    long createdAt,
    long updatedAt,
    String status,
    @Nullable String error,
    int pid,
    List<Step> steps) {
  private static final Set<String> ENDS = Set.of("FINISHED", "FAILED", "ABORTED");

  static Execution submitted(String id, Submission submission, long now) {
    List<Step> steps = submission.sqls().stream().map(sql -> Step.submitted(now)).toList();
    return new Execution(id, submission, now, now, "SUBMITTED", null, 0, steps);
  }

  boolean ended() {
    return ENDS.contains(status);
  }

  Execution with(String newStatus, @Nullable String newError, long now) {
    return new Execution(id, submission, createdAt, now, newStatus, newError, pid, steps);
  }

  Execution onProcess(int newPid) {
    return new Execution(id, submission, createdAt, updatedAt, status, error, newPid, steps);
  }

  Execution with(int at, Step step) {
    List<Step> changed = new ArrayList<>(steps);
    changed.set(at, step);
    return new Execution(
        id, submission, createdAt, step.updatedAt(), status, error, pid, List.copyOf(changed));
  }

  /** Everything that has not ended ends now. */
  Execution stopped(String newStatus, @Nullable String text, long now) {
    Execution stopped = this;
    for (int i = 0; i < steps.size(); i++) {
      if (!ENDS.contains(steps.get(i).status())) {
        stopped = stopped.with(i, steps.get(i).ended(newStatus, text, 0, now));
      }
    }
    return stopped.with(newStatus, text, now);
  }

  Execution failed(String newStatus, String text) {
    return new Execution(id, submission, createdAt, updatedAt, newStatus, text, pid, steps);
  }

  boolean hasResultSet() {
    return steps.stream().anyMatch(Step::hasResultSet);
  }

  long durationNanos() {
    return steps.stream().mapToLong(Step::durationNanos).sum();
  }
}
