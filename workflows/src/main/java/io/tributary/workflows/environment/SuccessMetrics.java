package io.tributary.workflows.environment;

import java.time.Duration;

/**
 * What the roll-out is measured by. A metric without data is "not measured", never green. Takes
 * effect with the next report.
 *
 * @param queryP95 The 95th percentile of query times stays under it.
 * @param federatedSuccessPercent More federated queries than this succeed, in percent.
 * @param zeroEtlLag The lag of integrations stays under it: the maximum, not only the mean.
 * @param availabilityPercent Successful minutes of all, in percent, from CloudWatch.
 * @param backupSuccessPercent Successful backups of all, in percent.
 * @param urgentResolved Errors of the highest priority are cleared within it, by Tributary's own
 *     ledger.
 * @param maintenanceReductionPercent Fewer hours of maintenance than {@code
 *     baselines.maintenanceHours}, in percent.
 * @param costReductionPercent Less cost than {@code baselines.monthlyCost}, in percent.
 * @param timeToInsightReductionPercent Less time than {@code baselines.timeToInsight}, in percent.
 * @param satisfaction The users' score is higher, of 5, from the acceptance test.
 */
public record SuccessMetrics(
    @Default("5s") @Limits(min = "10ms", max = "1d") Duration queryP95,
    @Default("99") @Limits(min = "0", max = "100") double federatedSuccessPercent,
    @Default("5m") @Limits(min = "1s", max = "7d") Duration zeroEtlLag,
    @Default("99.9") @Limits(min = "0", max = "100") double availabilityPercent,
    @Default("100") @Limits(min = "0", max = "100") double backupSuccessPercent,
    @Default("2h") @Limits(min = "1m", max = "30d") Duration urgentResolved,
    @Default("50") @Limits(min = "0", max = "100") double maintenanceReductionPercent,
    @Default("30") @Limits(min = "0", max = "100") double costReductionPercent,
    @Default("50") @Limits(min = "0", max = "100") double timeToInsightReductionPercent,
    @Default("4.0") @Limits(min = "1", max = "5") double satisfaction) {}
