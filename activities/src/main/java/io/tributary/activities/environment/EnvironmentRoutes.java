package io.tributary.activities.environment;

import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.route.PlannedRoute;
import io.tributary.workflows.route.Route;
import io.tributary.workflows.route.RouteDecision;
import io.tributary.workflows.route.RoutePlanner;
import io.tributary.workflows.route.RouteRefusal;
import java.util.ArrayList;
import java.util.List;

/**
 * How each source reaches the warehouse, and why: what {@code tributary env routes} prints.
 *
 * @param environment the environment's name
 * @param planned one answer for the tables of a source that ask for one route
 */
public record EnvironmentRoutes(String environment, List<PlannedRoute> planned) {
  /** Plans every source. */
  public static EnvironmentRoutes of(EnvironmentSpec spec) {
    List<PlannedRoute> planned = new ArrayList<>();
    for (Source source : spec.sources()) {
      planned.addAll(RoutePlanner.plan(source, spec.warehouse(), spec.routeLimits()));
    }
    return new EnvironmentRoutes(spec.name(), planned);
  }

  /** Returns whether any source is refused. A specification that was read has none. */
  public boolean refused() {
    return planned.stream().anyMatch(each -> each.decision() instanceof RouteRefusal);
  }

  /** Returns a table, then for each line why, what it needs and what is not known. */
  public String text() {
    if (planned.isEmpty()) {
      return "The environment " + environment + " has no sources.\n";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("SOURCE", "TABLES", "ROUTE", "CHOSEN BY"));
    for (PlannedRoute each : planned) {
      rows.add(
          List.of(
              each.source(),
              String.valueOf(each.tables().size()),
              verdict(each.decision()),
              each.asked() == null ? "planner" : "specification"));
    }
    StringBuilder text = new StringBuilder(TextTable.of(rows));
    planned.forEach(each -> details(each, text));
    return text.toString();
  }

  private static String verdict(RouteDecision decision) {
    return switch (decision) {
      case Route route -> route.kind().name();
      case RouteRefusal refusal -> refusal.kind() + " refused";
    };
  }

  private static void details(PlannedRoute each, StringBuilder text) {
    text.append('\n').append(each.source());
    text.append(each.tables().isEmpty() ? "" : " (" + String.join(", ", each.tables()) + ")");
    text.append("\n  ").append(each.decision().sentence()).append('\n');
    if (each.decision() instanceof Route route) {
      route.needs().forEach(need -> text.append("  needs: ").append(need).append('\n'));
      route.notes().forEach(note -> text.append("  note: ").append(note).append('\n'));
    }
  }
}
