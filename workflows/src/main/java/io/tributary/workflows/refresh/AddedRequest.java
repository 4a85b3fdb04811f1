package io.tributary.workflows.refresh;

/**
 * A request that an outer run adds to the run under way.
 *
 * @param request what it wants
 * @param from the workflow id of the outer run, which gets the answer
 */
public record AddedRequest(RefreshRequest request, String from) {}
