package io.tributary.workflows.environment;

import java.time.Duration;
import java.util.List;

/**
 * Tables that are compared together: the subject of the reconciliation lock. Takes effect with the
 * next reconciliation.
 *
 * @param name Its name. Part of the workflow id, so that two comparisons of one group never
 *     overlap.
 * @param tables {@code source.schema.table}, each with a target. A table is in one group at most.
 * @param maxParallel Tables compared at a time. More is heavier for the source.
 * @param lag How far a copy may be behind. Differences are looked at again after it, and called
 *     confirmed only then.
 */
public record ReconciliationGroup(
    @Format(TextFormat.NAME) String name,
    @Format(TextFormat.SOURCE_TABLE) List<String> tables,
    @Default("4") @Limits(min = "1", max = "50") int maxParallel,
    @Default("5m") @Limits(min = "0s", max = "7d") Duration lag) {}
