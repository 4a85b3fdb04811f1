package io.tributary.workflows.refresh;

import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.environment.RefreshSlice;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.job.Mode;

/**
 * What the run of one view group works on.
 *
 * @param environment the pinned specification
 * @param warehouse where statements run
 * @param group the group with the views asked for
 * @param force also refresh what is not stale
 * @param mode PLAN shows the order and changes nothing
 */
public record RefreshRequest(
    PinnedEnvironment environment,
    WarehouseRef warehouse,
    RefreshSlice.Group group,
    boolean force,
    Mode mode) {}
