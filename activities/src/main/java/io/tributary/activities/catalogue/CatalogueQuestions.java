package io.tributary.activities.catalogue;

import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.catalogue.CatalogueActivities;
import io.tributary.workflows.catalogue.ViewGraph;
import io.tributary.workflows.environment.WarehouseRef;
import java.util.List;

/** The catalogue's questions, one class each. */
public final class CatalogueQuestions implements CatalogueActivities {
  private final StaleViews staleViews;

  /** Makes it; nothing is sent. */
  public CatalogueQuestions(WarehouseStatements statements) {
    this.staleViews = new StaleViews(statements);
  }

  @Override
  public ViewGraph viewGraph(WarehouseRef warehouse, List<String> views) {
    return staleViews.ask(warehouse, views);
  }
}
