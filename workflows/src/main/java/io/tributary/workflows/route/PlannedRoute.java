package io.tributary.workflows.route;

import io.tributary.workflows.environment.RouteKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer for those tables of a source that ask for the same route.
 *
 * @param source the source's name
 * @param asked the route that the specification names, or null when the planner chose
 * @param tables {@code schema.table}; empty for a source without tables
 * @param decision the answer
 */
public record PlannedRoute(
    String source, @Nullable RouteKind asked, List<String> tables, RouteDecision decision) {}
