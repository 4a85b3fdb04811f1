package io.tributary.workflows.route;

import io.tributary.workflows.environment.RouteKind;
import io.tributary.workflows.environment.RouteLimits;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.SourceTable;
import io.tributary.workflows.environment.Warehouse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the planner is asked.
 *
 * @param source the source
 * @param asked the route that the specification names, or null to let the planner choose
 * @param tables the tables that shall take the route
 * @param freshness the shortest age that one of them is promised to stay under
 * @param warehouse the target
 * @param limits the numbers that are configuration
 */
public record RouteQuestion(
    Source source,
    @Nullable RouteKind asked,
    List<SourceTable> tables,
    Duration freshness,
    Warehouse warehouse,
    RouteLimits limits) {}
