package io.tributary.worker;

import io.tributary.worker.temporal.TemporalTarget;
import io.tributary.workflows.environment.EnvironmentSpec;
import java.time.Duration;

/**
 * What one worker is told.
 *
 * @param spec the environment it serves
 * @param temporal where its runs are
 * @param evidence the location of the evidence store
 * @param httpPort the port of health and metrics on loopback, 0 for a free one
 * @param drain how long what is under way may take after the request to stop
 */
public record WorkerSettings(
    EnvironmentSpec spec, TemporalTarget temporal, String evidence, int httpPort, Duration drain) {}
