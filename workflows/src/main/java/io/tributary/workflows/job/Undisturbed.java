package io.tributary.workflows.job;

import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work of a run that its cancellation does not touch: stopping statements, writing the report. */
public final class Undisturbed {
  private Undisturbed() {}

  /** Does it. */
  public static void run(Runnable work) {
    Workflow.newDetachedCancellationScope(work).run();
  }

  /** Does it and returns what it returned. */
  public static <T> T call(Functions.Func<T> work) {
    Holder<T> holder = new Holder<>();
    run(() -> holder.value = work.apply());
    return holder.get();
  }

  /** Waits for a condition. */
  public static void await(Supplier<Boolean> condition) {
    run(() -> Workflow.await(condition));
  }

  private static final class Holder<T> {
    private @Nullable T value;

    T get() {
      if (value == null) {
        throw new IllegalStateException("the work returned nothing");
      }
      return value;
    }
  }
}
