package io.tributary.activities.refresh;

import io.tributary.activities.catalogue.RefreshOutcomes;
import io.tributary.activities.state.Migrations;
import io.tributary.activities.state.RefreshHistory;
import io.tributary.activities.statement.DataApi;
import io.tributary.activities.statement.DataApiStatements;
import io.tributary.activities.statement.StatementFacts;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.refresh.RefreshActivities;
import io.tributary.workflows.refresh.RefreshRequest;
import io.tributary.workflows.refresh.RefreshResult;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What a refresh leaves behind: its row in the history, its report. */
public final class RefreshEffects implements RefreshActivities {
  /** The warehouse writes its history some seconds after a refresh. */
  private static final int LOOKS = 6;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final DataApi api;
  private final RefreshOutcomes outcomes;
  private final RefreshHistory history;
  private final Migrations migrations;
  private final RefreshReport report;
  private final InstantSource clock;

  /** Makes it; nothing is sent. */
  public RefreshEffects(DataApi api, RefreshReport report, InstantSource clock) {
    WarehouseStatements statements = new DataApiStatements(api);
    this.api = api;
    this.outcomes = new RefreshOutcomes(statements);
    this.history = new RefreshHistory(statements);
    this.migrations = new Migrations(statements);
    this.report = report;
    this.clock = clock;
  }

  @Override
  public Refreshed outcome(WarehouseRef warehouse, String view, String statementId) {
    StatementFacts facts = StatementFacts.of(api, statementId).orElse(new StatementFacts(0, 0, 0));
    Refreshed refreshed = told(warehouse, view, facts);
    keep(
        warehouse,
        new RefreshHistory.Entry(
            statementId,
            view,
            refreshed.outcome().name(),
            refreshed.message(),
            refreshed.rows(),
            facts.millis(),
            clock.instant()));
    return refreshed;
  }

  private Refreshed told(WarehouseRef warehouse, String view, StatementFacts facts) {
    Optional<RefreshOutcomes.Told> told = Optional.empty();
    for (int look = 1; told.isEmpty() && look <= LOOKS; look++) {
      if (look > 1) {
        api.rest(BETWEEN_LOOKS.multipliedBy(look));
      }
      told = outcomes.ask(warehouse, view, facts.createdMillis(), facts.session());
    }
    long rows = outcomes.rows(warehouse, view);
    if (told.isPresent()) {
      return new Refreshed(told.get().outcome(), rows, told.get().status());
    }
    // The statement finished well, so the view is fresh; how, only the catalogue can tell.
    Outcome kind = outcomes.incremental(warehouse, view) ? Outcome.INCREMENTAL : Outcome.RECOMPUTED;
    return new Refreshed(
        kind, rows, "finished; the refresh history has no row of it, its kind is the catalogue's");
  }

  @Override
  public void recordFailure(WarehouseRef warehouse, String view, String statementId, String error) {
    long millis = StatementFacts.of(api, statementId).map(StatementFacts::millis).orElse(0L);
    keep(
        warehouse,
        new RefreshHistory.Entry(
            statementId, view, Outcome.FAILED.name(), error, -1, millis, clock.instant()));
  }

  private void keep(WarehouseRef warehouse, RefreshHistory.Entry entry) {
    migrations.with(
        warehouse,
        () -> {
          history.record(warehouse, entry);
          return entry;
        });
  }

  @Override
  public String report(RefreshRequest request, RefreshResult result) {
    return report.write(request, result);
  }
}
