package io.tributary.worker.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.CanceledFailure;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;

/**
 * Counts failures of activities as {@code tributary_errors_total{code, activity}}. Each attempt
 * counts; a cancellation is no error.
 */
public final class ErrorMetric extends WorkerInterceptorBase {
  private final MeterRegistry registry;

  ErrorMetric(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new Counting(next);
  }

  private final class Counting extends ActivityInboundCallsInterceptorBase {
    private String activity = "";

    Counting(ActivityInboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public void init(ActivityExecutionContext context) {
      activity = context.getInfo().getActivityType();
      super.init(context);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
      try {
        return super.execute(input);
      } catch (ActivityCompletionException | CanceledFailure e) {
        throw e;
      } catch (RuntimeException e) {
        ErrorCode code = Failures.code(e).orElse(ErrorCode.INTERNAL);
        registry.counter("tributary.errors", "code", code.name(), "activity", activity).increment();
        throw e;
      }
    }
  }
}
