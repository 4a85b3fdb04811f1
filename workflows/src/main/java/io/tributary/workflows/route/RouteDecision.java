package io.tributary.workflows.route;

/** What the planner says about a source, or about those of its tables that ask for one route. */
public sealed interface RouteDecision permits Route, RouteRefusal {
  /** Returns the whole answer in plain words. */
  String sentence();
}
