package io.tributary.workflows.environment;

/**
 * Materialized views that are refreshed together: the subject of the refresh lock. Takes effect
 * with the next refresh.
 *
 * @param name Its name. Part of the workflow id, so that two refreshes of one group never overlap.
 * @param maxParallel Refreshes at a time. More is faster until the warehouse queues them.
 */
public record RefreshGroup(
    @Format(TextFormat.NAME) String name,
    @Default("4") @Limits(min = "1", max = "50") int maxParallel) {}
