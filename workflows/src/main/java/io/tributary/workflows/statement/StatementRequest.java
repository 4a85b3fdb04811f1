package io.tributary.workflows.statement;

import io.tributary.workflows.environment.WarehouseRef;

/**
 * One SQL statement for the warehouse, run by itself outside any transaction block.
 *
 * @param warehouse where it runs
 * @param sql the text; never a secret, it is kept in the history and in the evidence
 * @param label what a person sees, for instance {@code refresh mart.daily_sales}
 */
public record StatementRequest(WarehouseRef warehouse, String sql, String label) {}
