package io.tributary.workflows.route;

import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Hosting;
import io.tributary.workflows.environment.RouteKind;
import io.tributary.workflows.environment.RouteLimits;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.SourceTable;
import io.tributary.workflows.environment.Warehouse;
import io.tributary.workflows.environment.WarehouseKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a source reaches the warehouse: a pure function. It refuses what Redshift cannot do
 * and says which rule, which value and what would satisfy it, rather than let DDL be generated that
 * cannot work.
 */
public final class RoutePlanner {
  private RoutePlanner() {}

  /** Plans a source: one answer for each route that its tables ask for. */
  public static List<PlannedRoute> plan(Source source, Warehouse warehouse, RouteLimits limits) {
    // Keyed by the route's name, "" for tables that leave the choice to the planner.
    TreeMap<String, List<SourceTable>> byRoute = new TreeMap<>();
    for (SourceTable table : source.tables()) {
      RouteKind asked = table.route() == null ? source.route() : table.route();
      byRoute
          .computeIfAbsent(asked == null ? "" : asked.name(), any -> new ArrayList<>())
          .add(table);
    }
    // The source's own route is answered for even where every table has another: DDL is made by it.
    if (byRoute.isEmpty() || source.route() != null) {
      byRoute.putIfAbsent(source.route() == null ? "" : source.route().name(), List.of());
    }
    List<PlannedRoute> planned = new ArrayList<>();
    byRoute.forEach(
        (name, tables) -> {
          RouteKind asked = name.isEmpty() ? null : RouteKind.valueOf(name);
          var question =
              new RouteQuestion(source, asked, tables, shortest(source, tables), warehouse, limits);
          List<String> names =
              tables.stream().map(table -> table.schema() + "." + table.name()).toList();
          planned.add(new PlannedRoute(source.name(), asked, names, plan(question)));
        });
    return planned;
  }

  /** Answers one question. */
  public static RouteDecision plan(RouteQuestion question) {
    return question.asked() == null ? chosen(question) : asked(question, question.asked());
  }

  private static RouteDecision asked(RouteQuestion question, RouteKind kind) {
    Findings findings = check(kind, question);
    return findings.violations().isEmpty()
        ? route(kind, "The specification asks for it. " + what(kind, question), findings)
        : new RouteRefusal(kind, findings.violations(), possible(question));
  }

  private static RouteDecision chosen(RouteQuestion question) {
    List<RouteKind> candidates = candidates(question);
    for (RouteKind kind : candidates) {
      Findings findings = check(kind, question);
      if (findings.violations().isEmpty()) {
        return route(kind, what(kind, question) + whyNot(kind, candidates, question), findings);
      }
    }
    RouteKind first = candidates.getFirst();
    return new RouteRefusal(first, check(first, question).violations(), List.of());
  }

  /** The routes that fit the source, best first. EXTERNAL is never chosen: a person says it. */
  private static List<RouteKind> candidates(RouteQuestion question) {
    boolean managed =
        question.source().hosting() == Hosting.AURORA || question.source().hosting() == Hosting.RDS;
    if (question.freshness().compareTo(question.limits().replicationFreshness()) < 0) {
      return List.of(RouteKind.FEDERATED);
    }
    if (question.source().engine() == Engine.SQL_SERVER || !managed) {
      return List.of(RouteKind.INCREMENTAL_LOAD, RouteKind.ZERO_ETL_SELF_MANAGED);
    }
    return List.of(RouteKind.ZERO_ETL, RouteKind.FEDERATED, RouteKind.INCREMENTAL_LOAD);
  }

  private static List<RouteKind> possible(RouteQuestion question) {
    List<RouteKind> possible = new ArrayList<>();
    for (RouteKind kind : candidates(question)) {
      if (check(kind, question).violations().isEmpty()) {
        possible.add(kind);
      }
    }
    return possible;
  }

  private static Findings check(RouteKind kind, RouteQuestion question) {
    return switch (kind) {
      case FEDERATED -> FederatedRules.check(question);
      case ZERO_ETL -> ZeroEtlRules.check(question);
      case ZERO_ETL_SELF_MANAGED -> SelfManagedRules.check(question);
      case INCREMENTAL_LOAD -> IncrementalLoadRules.check(question);
      case EXTERNAL -> new Findings();
    };
  }

  private static Route route(RouteKind kind, String because, Findings findings) {
    List<String> needs =
        switch (kind) {
          case FEDERATED -> FederatedRules.NEEDS;
          case ZERO_ETL -> ZeroEtlRules.NEEDS;
          case ZERO_ETL_SELF_MANAGED -> SelfManagedRules.NEEDS;
          case INCREMENTAL_LOAD -> IncrementalLoadRules.NEEDS;
          case EXTERNAL -> List.of("a pipeline of somebody else, whose end can be seen");
        };
    return new Route(kind, because, needs, findings.notes());
  }

  private static String what(RouteKind kind, RouteQuestion question) {
    return switch (kind) {
      case FEDERATED -> "Redshift queries the source live and read-only; nothing is copied.";
      case ZERO_ETL -> "AWS replicates the database continuously.";
      case ZERO_ETL_SELF_MANAGED ->
          "AWS replicates the database through DMS and Glue into the provisioned cluster.";
      case INCREMENTAL_LOAD -> load(question);
      case EXTERNAL ->
          "Somebody else copies the tables: Tributary creates nothing, refreshes after it and"
              + " reconciles.";
    };
  }

  private static String load(RouteQuestion question) {
    String load = "Tributary loads what has changed, on a schedule: a load, not a live query.";
    if (question.source().engine() != Engine.SQL_SERVER) {
      return load;
    }
    String other =
        question.warehouse().kind() == WarehouseKind.SERVERLESS
            ? " ZERO_ETL_SELF_MANAGED would need a provisioned warehouse."
            : " ZERO_ETL_SELF_MANAGED can be chosen where its rules allow it.";
    return load
        + " Redshift has no federated query to SQL Server, and refuses PostgreSQL foreign tables as"
        + " a detour."
        + other;
  }

  /** Says why the routes that would come first were passed over. */
  private static String whyNot(RouteKind kind, List<RouteKind> candidates, RouteQuestion question) {
    StringBuilder text = new StringBuilder();
    for (RouteKind before : candidates.subList(0, candidates.indexOf(kind))) {
      RouteRefusal.Violation first = check(before, question).violations().getFirst();
      text.append(" Not ").append(before).append(": ").append(first.rule().says());
      text.append(" Here: ").append(first.value()).append('.');
    }
    return text.toString();
  }

  private static Duration shortest(Source source, List<SourceTable> tables) {
    Optional<Duration> shortest =
        tables.stream()
            .map(table -> own(table.freshness(), source.freshness()))
            .min(Comparator.naturalOrder());
    return shortest.orElse(source.freshness());
  }

  private static Duration own(@Nullable Duration own, Duration inherited) {
    return Objects.requireNonNullElse(own, inherited);
  }
}
