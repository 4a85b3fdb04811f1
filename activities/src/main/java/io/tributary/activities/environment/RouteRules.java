package io.tributary.activities.environment;

import io.tributary.workflows.environment.RouteLimits;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.SourceTable;
import io.tributary.workflows.environment.Warehouse;
import io.tributary.workflows.environment.WarehouseKind;
import io.tributary.workflows.route.PlannedRoute;
import io.tributary.workflows.route.RoutePlanner;
import io.tributary.workflows.route.RouteRefusal;
import java.time.Duration;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every source has a route that can work. */
final class RouteRules {
  private RouteRules() {}

  static void check(SpecDraft draft) {
    Warehouse warehouse = draft.part("warehouse", Warehouse.class).orElseGet(RouteRules::anyTarget);
    RouteLimits limits =
        draft.part("routeLimits", RouteLimits.class).orElseGet(RouteRules::noLimits);
    for (Source source : draft.list("sources", Source.class)) {
      for (PlannedRoute planned : RoutePlanner.plan(source, warehouse, limits)) {
        if (planned.decision() instanceof RouteRefusal refusal) {
          report(draft, source, planned, refusal);
        }
      }
    }
  }

  /** Where the warehouse itself is broken, only what no warehouse could satisfy is reported. */
  private static Warehouse anyTarget() {
    return new Warehouse(
        Warehouse.Management.ADOPT,
        WarehouseKind.PROVISIONED,
        "any",
        null,
        "any",
        null,
        5439,
        true,
        true,
        null,
        "default",
        new Warehouse.Serverless(8, null, null),
        new Warehouse.Provisioned("ra3.4xlarge", 2, null),
        new Warehouse.DataApi(1, 1),
        new TreeMap<>());
  }

  private static RouteLimits noLimits() {
    return new RouteLimits("0", "0", 1, true, 0, Duration.ZERO, Duration.ZERO);
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
