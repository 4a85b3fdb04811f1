package io.tributary.activities.catalogue;

import io.temporal.failure.ApplicationFailure;
import io.tributary.activities.state.OwnedObjects;
import io.tributary.activities.state.RefreshHistory;
import io.tributary.activities.state.RefreshHistory.Expectation;
import io.tributary.activities.statement.Row;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.catalogue.ViewGraph;
import io.tributary.workflows.catalogue.ViewGraph.View;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which materialized views are stale, since when, why, and what they read. */
final class StaleViews {
  private final WarehouseStatements statements;
  private final RefreshHistory history;
  private final OwnedObjects owned;
  private final LastRefreshes lastRefreshes;

  StaleViews(WarehouseStatements statements) {
    this.statements = statements;
    this.history = new RefreshHistory(statements);
    this.owned = new OwnedObjects(statements);
    this.lastRefreshes = new LastRefreshes(statements);
  }

  /**
   * Asks for views and what is around them: also what they read and what reads them, as far as
   * Tributary made it, because refreshing a view refreshes neither.
   *
   * @throws ApplicationFailure {@code VIEW_MISSING} naming every view that does not exist
   */
  ViewGraph ask(WarehouseRef warehouse, List<String> views) {
    Map<String, Found> all = found(warehouse);
    List<String> missing = views.stream().filter(view -> !all.containsKey(view)).toList();
    if (!missing.isEmpty()) {
      throw Failures.of(
          ErrorCode.VIEW_MISSING,
          "not in the warehouse " + warehouse.name() + ": " + String.join(", ", missing));
    }
    ViewDependencies dependencies =
        new ViewDependencies(
            statements.query(warehouse, CatalogueSql.dependencies(warehouse.kind())));
    Set<String> touchable = made(warehouse);
    touchable.retainAll(all.keySet());
    Past past = past(warehouse);
    return new ViewGraph(
        dependencies.around(views, touchable).stream()
            .map(name -> view(all, name, List.copyOf(dependencies.parents(name)), past))
            .toList());
  }

  private static View view(Map<String, Found> all, String name, List<String> parents, Past past) {
    Found found = all.getOrDefault(name, Found.FRESH);
    MaterializedViewState state = MaterializedViewState.of(found.state());
    List<String> staleParents =
        parents.stream().filter(parent -> all.getOrDefault(parent, Found.FRESH).isStale()).toList();
    long last = past.lastMillis(name);
    return new View(
        name,
        found.isStale(),
        state.code(),
        state.unrefreshable(),
        parents,
        found.isStale() ? Staleness.why(found.stale(), staleParents, last) : "",
        past.expectedMillis(name),
        last);
  }

  private Map<String, Found> found(WarehouseRef warehouse) {
    Map<String, Found> result = new HashMap<>();
    for (Row row : statements.query(warehouse, CatalogueSql.views(warehouse.kind()))) {
      result.put(
          row.text(0).trim() + "." + row.text(1).trim(),
          new Found(row.text(2).trim().toLowerCase(Locale.ROOT), (int) row.number(3)));
    }
    return result;
  }

  private Set<String> made(WarehouseRef warehouse) {
    return unlessMissing(() -> owned.all(warehouse)).stream()
        .filter(object -> object.kind().equals("MATERIALIZED_VIEW"))
        .map(OwnedObjects.Owned::name)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Past past(WarehouseRef warehouse) {
    Map<String, Expectation> own =
        unlessMissing(() -> history.expectations(warehouse)).stream()
            .collect(Collectors.toMap(Expectation::view, Function.identity()));
    return new Past(own, lastRefreshes.ask(warehouse));
  }

  /** Before the first migration there is no history, and that is no error. */
  private static <T> List<T> unlessMissing(Supplier<List<T>> question) {
    try {
      return question.get();
    } catch (ApplicationFailure failure) {
      if (Failures.code(failure).orElse(ErrorCode.INTERNAL) == ErrorCode.OBJECT_MISSING) {
        return List.of();
      }
      throw failure;
    }
  }

  /** One row of the catalogue: {@code is_stale} is f, t, or u where the warehouse cannot tell. */
  private record Found(String stale, int state) {
    private static final Found FRESH = new Found("f", 0);

    boolean isStale() {
      return !stale.equals("f");
    }
  }

  /** What is known of earlier refreshes: by our own history, and by the warehouse's seven days. */
  private record Past(Map<String, Expectation> own, Map<String, Long> warehouse) {
    long expectedMillis(String view) {
      @Nullable Expectation known = own.get(view);
      return known == null ? 0 : known.millis();
    }

    long lastMillis(String view) {
      @Nullable Expectation known = own.get(view);
      return Math.max(known == null ? 0 : known.lastMillis(), warehouse.getOrDefault(view, 0L));
    }
  }
}
