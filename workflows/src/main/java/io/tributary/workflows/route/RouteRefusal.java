package io.tributary.workflows.route;

import io.tributary.workflows.environment.RouteKind;
import java.util.List;
import java.util.StringJoiner;

/**
 * A route that cannot work.
 *
 * @param kind the route that was asked for, or the one that would have come first
 * @param violations every rule that it breaks, at least one
 * @param possible the routes that would work, best first; empty when none would
 */
public record RouteRefusal(RouteKind kind, List<Violation> violations, List<RouteKind> possible)
    implements RouteDecision {

  /**
   * A rule that is broken.
   *
   * @param rule the rule, with its source
   * @param value what the specification has
   * @param satisfiedBy what would satisfy the rule
   */
  public record Violation(RouteRule rule, String value, String satisfiedBy) {
    /** Returns rule, value, way out and source. */
    public String sentence() {
      return rule.says() + " Here: " + value + ". " + satisfiedBy + " [" + rule.source() + "]";
    }
  }

  @Override
  public String sentence() {
    StringJoiner text = new StringJoiner(" ");
    text.add(kind + " cannot work.");
    violations.forEach(violation -> text.add(violation.sentence()));
    if (possible.isEmpty()) {
      text.add("No other route works as the specification stands.");
    } else {
      StringJoiner names = new StringJoiner(" or ");
      possible.forEach(route -> names.add(route.name()));
      text.add("Choose " + names + ".");
    }
    return text.toString();
  }
}
