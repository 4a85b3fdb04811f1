package io.tributary.worker.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.Progress;
import io.tributary.workflows.job.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  private final WorkflowClient client;
  private final WorkflowStub stub;

  private JobRun(WorkflowClient client, WorkflowStub stub) {
    this.client = client;
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
    return new JobRun(client, stub);
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

  /**
   * Asks what it does now, item by item; empty when nobody answers in time. The outer run knows the
   * runs that it started by their fixed ids; what those do is asked of them.
   */
  public Optional<Progress> progress() {
    Optional<Progress> outer = ask(stub);
    if (outer.isEmpty()) {
      return outer;
    }
    List<Progress> inner = new ArrayList<>();
    for (Progress.Item item : outer.get().items()) {
      if (item.state().equals("RUNNING") && item.note().startsWith("tributary.")) {
        ask(client.newUntypedWorkflowStub(item.note())).ifPresent(inner::add);
      }
    }
    return inner.isEmpty() ? outer : Optional.of(joined(inner));
  }

  private static Progress joined(List<Progress> runs) {
    List<Progress.Item> items = new ArrayList<>();
    int done = 0;
    int total = 0;
    for (Progress run : runs) {
      items.addAll(run.items());
      done += run.done();
      total += run.total();
    }
    Progress first = runs.getFirst();
    return new Progress(first.job(), first.run(), first.phase(), done, total, items);
  }

  private static Optional<Progress> ask(WorkflowStub run) {
    try {
      return Optional.ofNullable(run.query("progress", Progress.class));
    } catch (RuntimeException e) {
      // The worker is restarting, or the run has just been accepted: there is nothing to show.
      return Optional.empty();
    }
  }
}
