package io.tributary.workflows.environment;

import org.jspecify.annotations.Nullable;

/**
 * A risk of the roll-out. Takes effect with the next report.
 *
 * @param name Its short name.
 * @param risk What may happen.
 * @param mitigation What is done about it.
 * @param proof The check whose result proves the mitigation: a step, a metric or a job. Absent:
 *     nothing proves it, and reports say so.
 */
public record Risk(
    @Format(TextFormat.NAME) String name, String risk, String mitigation, @Nullable String proof) {}
