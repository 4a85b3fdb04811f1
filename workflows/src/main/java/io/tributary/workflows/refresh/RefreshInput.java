package io.tributary.workflows.refresh;

import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.StartInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts {@link MaterializedViewRefreshWorkflow}. All fields are optional.
 *
 * @param environment the environment's name; the worker's own by default
 * @param views {@code schema.view} or group names, one text or a list; {@code all} by default
 * @param force also refreshes what is not stale; false by default
 * @param maxParallel the most refreshes at a time; the group's own by default
 * @param mode {@code APPLY} by default; {@code PLAN} shows the order and changes nothing
 * @param digest the published specification to use; the newest by default
 */
public record RefreshInput(
    @Nullable String environment,
    @Nullable List<String> views,
    @Nullable Boolean force,
    @Nullable Integer maxParallel,
    @Nullable Mode mode,
    @Nullable String digest)
    implements StartInput {
  /** What no argument means: everything that is stale, in the worker's own environment. */
  static final RefreshInput EVERYTHING = new RefreshInput(null, null, null, null, null, null);
}
