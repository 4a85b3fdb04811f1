package io.tributary.workflows.environment;

import java.time.Duration;

/**
 * From where on something is worth an alarm. Takes effect with the next rollout of monitoring.
 *
 * @param queryP95 The 95th percentile of query times.
 * @param failedQueriesPercent Failed queries of all, in percent, over five minutes.
 * @param replicationLag The longest lag of an integration: the maximum, because a mean hides the
 *     tail.
 * @param loadDelay How late a load may end after its freshness has run out.
 * @param storagePercent Storage used, in percent. Provisioned only; serverless has no such number.
 * @param storageGigabytes Data stored. It is the alarm of a serverless warehouse.
 */
public record Thresholds(
    @Default("5s") @Limits(min = "10ms", max = "1d") Duration queryP95,
    @Default("1") @Limits(min = "0", max = "100") double failedQueriesPercent,
    @Default("5m") @Limits(min = "1s", max = "7d") Duration replicationLag,
    @Default("15m") @Limits(min = "0s", max = "7d") Duration loadDelay,
    @Default("80") @Limits(min = "1", max = "100") double storagePercent,
    @Default("1000") @Limits(min = "1", max = "16000000") long storageGigabytes) {}
