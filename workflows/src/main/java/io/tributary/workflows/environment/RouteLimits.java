package io.tributary.workflows.environment;

import java.time.Duration;

/**
 * Numbers of the rules about routes that AWS changes, that differ by region, or that no public page
 * states: correct them here when the world has moved on. Takes effect when routes are planned.
 *
 * @param auroraMysqlVersion The first Aurora MySQL that zero-ETL takes. A later one is refused
 *     nowhere.
 * @param auroraPostgresVersion The first Aurora PostgreSQL that zero-ETL takes. Not verified: the
 *     minimum differs by region.
 * @param zeroEtlNodes The fewest nodes of a provisioned target of zero-ETL, by the set-up page.
 * @param zeroEtlRgNodes Whether RG nodes may be a target of zero-ETL. Not verified: the pages that
 *     were read name RA3 only.
 * @param zeroEtlFilterPatch The first patch of a provisioned target that takes filters.
 * @param replicationFreshness The age that replicated data can be promised to stay under. Below it
 *     only live queries are possible.
 * @param loadFreshness The age that loaded data can be promised to stay under. Every load wakes the
 *     warehouse, so it is also a question of cost.
 */
public record RouteLimits(
    @Default("3.05.2") @Format(TextFormat.VERSION) String auroraMysqlVersion,
    @Default("16.4") @Format(TextFormat.VERSION) String auroraPostgresVersion,
    @Default("2") @Limits(min = "1", max = "128") int zeroEtlNodes,
    @Default("false") boolean zeroEtlRgNodes,
    @Default("180") @Limits(min = "0", max = "100000") int zeroEtlFilterPatch,
    @Default("1m") @Limits(min = "0s", max = "1d") Duration replicationFreshness,
    @Default("5m") @Limits(min = "0s", max = "1d") Duration loadFreshness) {}
