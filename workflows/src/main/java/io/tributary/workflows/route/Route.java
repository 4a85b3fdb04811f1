package io.tributary.workflows.route;

import io.tributary.workflows.environment.RouteKind;
import java.util.List;

/**
 * A route that can work.
 *
 * @param kind the route
 * @param because why this one, in plain words
 * @param needs what must be there before it works; the preflight verifies each
 * @param notes what could not be decided from the specification alone, or what no public page
 *     states
 */
public record Route(RouteKind kind, String because, List<String> needs, List<String> notes)
    implements RouteDecision {
  @Override
  public String sentence() {
    return kind + ": " + because;
  }
}
