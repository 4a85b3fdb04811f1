package io.tributary.worker.metrics;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.util.Duration;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import java.util.Map;

/** The metrics of one process: what the Temporal SDK measures, the JVM, and Tributary's own. */
public final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry;
  private final Scope scope;

  /** Makes an empty registry, labelled with the environment. */
  public Metrics(String environment) {
    registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().commonTags("environment", environment);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    scope =
        new RootScopeBuilder()
            .tags(Map.of())
            .reporter(new MicrometerClientStatsReporter(registry))
            .reportEvery(Duration.ofSeconds(5));
  }

  /** Returns the scope into which the Temporal SDK measures. */
  public Scope scope() {
    return scope;
  }

  /** Returns the counter of failures of activities by error code. */
  public ErrorMetric errors() {
    return new ErrorMetric(registry);
  }

  /** Returns everything in the Prometheus text format. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    try {
      scope.close();
    } catch (ScopeCloseException e) {
      // The last values are not reported; nothing else depends on them.
    }
    registry.close();
  }
}
