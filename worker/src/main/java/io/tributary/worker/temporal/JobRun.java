package io.tributary.worker.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.Progress;
import io.tributary.workflows.job.RunResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A job that was started, seen from outside: what it does now and how it ended. */
public final class JobRun {
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);

  /** Without an answer for so long, nobody serves the queue. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final WorkflowStub stub;

  private JobRun(WorkflowStub stub) {
    this.stub = stub;
  }

  /**
   * Starts a job as a person does: with any id; the run with the fixed id is the job's own matter.
   *
   * @param id the workflow id, new for every start
   * @param input the one JSON argument: a start input or a tree
   */
  public static JobRun start(
      WorkflowClient client, Job job, String taskQueue, String id, Object input) {
    WorkflowStub stub =
        client.newUntypedWorkflowStub(
            job.workflowType(),
            WorkflowOptions.newBuilder()
                .setTaskQueue(taskQueue)
                .setWorkflowId(id)
                .setStaticSummary("Started from the command line")
                .build());
    stub.start(input);
    return new JobRun(stub);
  }

  /** Returns the workflow id. */
  public String id() {
    return stub.getExecution().getWorkflowId();
  }

  /**
   * Waits for the end.
   *
   * @param progress told every time something may have changed
   * @param silence told once when no worker has answered for a while
   * @return how it ended
   * @throws io.temporal.client.WorkflowFailedException when it failed
   */
  public RunResult await(Consumer<Progress> progress, Runnable silence)
      throws InterruptedException {
    CompletableFuture<RunResult> result = stub.getResultAsync(RunResult.class);
    long lastAnswer = System.nanoTime();
    boolean told = false;
    while (true) {
      try {
        return result.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        Optional<Progress> now = progress();
        if (now.isPresent()) {
          lastAnswer = System.nanoTime();
          progress.accept(now.get());
        } else if (!told && System.nanoTime() - lastAnswer > SILENCE.toNanos()) {
          told = true;
          silence.run();
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException failure
            ? failure
            : new IllegalStateException(e.getCause());
      }
    }
  }

  /** Asks what it does now; empty when nobody answers in time. */
  public Optional<Progress> progress() {
    try {
      return Optional.ofNullable(stub.query("progress", Progress.class));
    } catch (RuntimeException e) {
      // The worker is restarting, or the run has just been accepted: there is nothing to show.
      return Optional.empty();
    }
  }
}
