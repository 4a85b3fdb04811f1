package io.tributary.bench.step;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A chain of steps that answer at once. */
@WorkflowInterface
public interface ChainWorkflow {
  /**
   * Runs the steps one after the other.
   *
   * @param local whether they are local activities
   * @return for each step when it ran, {@code System.nanoTime} of the worker
   */
  @WorkflowMethod
  List<Long> run(int steps, boolean local);

  /** A step that does nothing. */
  @ActivityInterface(namePrefix = "Bench_")
  interface Step {
    /** Returns when it ran. */
    long nothing();
  }

  /** The chain. */
  final class Chain implements ChainWorkflow {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Override
    public List<Long> run(int steps, boolean local) {
      Step step =
          local
              ? Workflow.newLocalActivityStub(
                  Step.class,
                  LocalActivityOptions.newBuilder().setStartToCloseTimeout(LIMIT).build())
              : Workflow.newActivityStub(
                  Step.class, ActivityOptions.newBuilder().setStartToCloseTimeout(LIMIT).build());
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < steps; i++) {
        times.add(step.nothing());
      }
      return times;
    }
  }
}
