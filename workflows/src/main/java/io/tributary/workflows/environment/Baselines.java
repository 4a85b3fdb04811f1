package io.tributary.workflows.environment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What it was like before, for the metrics that are relative. Takes effect with the next report.
 *
 * @param maintenanceHours Hours of work a month. Absent: the metric is "not measured".
 * @param monthlyCost Cost a month in US dollars. Absent: the metric is "not measured".
 * @param timeToInsight From the event to the report. Absent: the metric is "not measured".
 */
public record Baselines(
    @Limits(min = "0", max = "10000") @Nullable Double maintenanceHours,
    @Limits(min = "0", max = "100000000") @Nullable Double monthlyCost,
    @Limits(min = "1s", max = "366d") @Nullable Duration timeToInsight) {}
