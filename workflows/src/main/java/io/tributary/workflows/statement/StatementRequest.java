package io.tributary.workflows.statement;

import io.tributary.workflows.environment.WarehouseRef;

/**
 * One SQL statement for the warehouse, run by itself outside any transaction block.
 *
 * @param warehouse where it runs
 * @param key what makes a repeat the same statement: the original run id ({@code
 *     getOriginalExecutionRunId}, which a reset keeps) and the statement's place in the run. The
 *     activity's own info holds neither: its run id is another one after a reset, and so are the
 *     activity ids that the SDK makes up
 * @param sql the text; never a secret, it is kept in the history and in the evidence
 * @param label what a person sees, for instance {@code refresh mart.daily_sales}
 */
public record StatementRequest(WarehouseRef warehouse, String key, String sql, String label) {}
