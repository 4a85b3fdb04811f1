package io.tributary.workflows.reconciliation;

import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.StartInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts {@link ReconciliationWorkflow}. All fields are optional.
 *
 * @param environment the environment's name; the worker's own by default
 * @param tables {@code source.schema.table} or group names, one text or a list; {@code all} by
 *     default
 * @param depth how deep to look; {@code ROWS} by default
 * @param maxParallel the most tables at a time; the group's own by default
 * @param mode {@code APPLY} by default; {@code PLAN} lists what would be compared
 * @param digest the published specification to use; the newest by default
 */
public record ReconciliationInput(
    @Nullable String environment,
    @Nullable List<String> tables,
    @Nullable Depth depth,
    @Nullable Integer maxParallel,
    @Nullable Mode mode,
    @Nullable String digest)
    implements StartInput {
  /** What no argument means: all tables, in the worker's own environment. */
  static final ReconciliationInput EVERYTHING =
      new ReconciliationInput(null, null, null, null, null, null);
}
