package io.tributary.workflows.reconciliation;

import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.environment.ReconciliationSlice;
import io.tributary.workflows.job.Mode;

/**
 * What the run of one table group works on.
 *
 * @param environment the pinned specification
 * @param group the group with the tables asked for
 * @param depth how deep to look
 * @param mode PLAN lists what would be compared
 */
public record ReconciliationRequest(
    PinnedEnvironment environment, ReconciliationSlice.Group group, Depth depth, Mode mode) {}
