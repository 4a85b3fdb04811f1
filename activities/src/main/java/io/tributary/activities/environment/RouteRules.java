package io.tributary.activities.environment;

import io.tributary.workflows.environment.RouteLimits;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.SourceTable;
import io.tributary.workflows.environment.Warehouse;
import io.tributary.workflows.route.PlannedRoute;
import io.tributary.workflows.route.RoutePlanner;
import io.tributary.workflows.route.RouteRefusal;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every source has a route that can work. */
final class RouteRules {
  private RouteRules() {}

  static void check(SpecDraft draft) {
    Optional<Warehouse> warehouse = draft.part("warehouse", Warehouse.class);
    Optional<RouteLimits> limits = draft.part("routeLimits", RouteLimits.class);
    if (warehouse.isEmpty() || limits.isEmpty()) {
      return;
    }
    for (Source source : draft.list("sources", Source.class)) {
      for (PlannedRoute planned : RoutePlanner.plan(source, warehouse.get(), limits.get())) {
        if (planned.decision() instanceof RouteRefusal refusal) {
          report(draft, source, planned, refusal);
        }
      }
    }
  }

  private static void report(
      SpecDraft draft, Source source, PlannedRoute planned, RouteRefusal refusal) {
    String why =
        refusal.violations().stream()
            .map(violation -> violation.rule().says() + " Here: " + violation.value() + ".")
            .collect(Collectors.joining(" "));
    String choose =
        refusal.possible().isEmpty()
            ? ""
            : " Or choose "
                + refusal.possible().stream().map(Enum::name).collect(Collectors.joining(" or "))
                + ".";
    String instead =
        refusal.violations().stream()
            .map(violation -> violation.satisfiedBy() + " [" + violation.rule().source() + "]")
            .distinct()
            .collect(Collectors.joining(" "));
    draft.report(
        owner(source, planned), "route", refusal.kind() + " cannot work. " + why, instead + choose);
  }

  /** The table that asks for the route itself, or the source. */
  private static Record owner(Source source, PlannedRoute planned) {
    return source.tables().stream()
        .filter(table -> table.route() != null && table.route() == planned.asked())
        .filter(table -> planned.asked() != source.route())
        .findFirst()
        .map((SourceTable table) -> (Record) table)
        .orElse(source);
  }
}
