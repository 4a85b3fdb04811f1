package io.tributary.activities.environment;

import io.tributary.workflows.environment.RouteKind;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.SourceTable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table is claimed by one route only, at its source and at its target. */
final class TableRules {
  private final SpecDraft draft;
  private final Map<String, Claim> bySource = new HashMap<>();
  private final Map<String, Claim> byTarget = new HashMap<>();

  private TableRules(SpecDraft draft) {
    this.draft = draft;
  }

  static void check(SpecDraft draft) {
    TableRules rules = new TableRules(draft);
    for (Source source : draft.list("sources", Source.class)) {
      source.tables().forEach(table -> rules.table(source, table));
    }
  }

  private record Claim(Source source, SourceTable table) {
    @Nullable RouteKind route() {
      return table.route() == null ? source.route() : table.route();
    }

    /** The database itself, whatever the source is called here. */
    String database() {
      String machine =
          source.host() == null ? source.secret() : source.host() + ":" + source.port();
      return machine.toLowerCase(Locale.ROOT) + "/" + source.database();
    }

    String name() {
      return source.name() + "." + table.schema() + "." + table.name();
    }

    String text() {
      RouteKind route = route();
      return name() + " (" + (route == null ? "the planner's choice" : route) + ")";
    }
  }

  private void table(Source source, SourceTable table) {
    Claim claim = new Claim(source, table);
    Claim same =
        bySource.putIfAbsent(claim.database() + "/" + table.schema() + "." + table.name(), claim);
    if (same != null) {
      boolean routes = !Objects.equals(same.route(), claim.route());
      draft.report(
          table,
          "name",
          (routes ? "two routes claim this table: " : "this table stands here twice: ")
              + same.text()
              + " and "
              + claim.text(),
          "Keep one of them: a table reaches the warehouse on one route.");
    }
    target(claim);
    columns(table);
  }

  private void target(Claim claim) {
    SourceTable table = claim.table();
    if (table.target() == null) {
      if (claim.route() == RouteKind.INCREMENTAL_LOAD || claim.route() == RouteKind.EXTERNAL) {
        draft.report(
            table,
            "target",
            "this is required and missing for route " + claim.route(),
            "Give the copy's schema.table in the warehouse.");
      }
      return;
    }
    Claim same = byTarget.putIfAbsent(table.target(), claim);
    if (same != null) {
      draft.report(
          table,
          "target",
          "two routes claim " + table.target() + ": " + same.text() + " and " + claim.text(),
          "Give each its own target.");
    }
    if (relations().contains(table.target())) {
      draft.report(
          table, "target", table.target() + " is a view of this specification", "Give a table.");
    }
  }

  private List<String> relations() {
    List<String> names = new java.util.ArrayList<>(draft.names("views"));
    names.addAll(draft.names("materializedViews"));
    return names;
  }

  private void columns(SourceTable table) {
    if (table.watermarkColumn() != null
        && table.watermark() != SourceTable.Watermark.COLUMN
        && table.watermark() != SourceTable.Watermark.ROWVERSION) {
      draft.report(
          table,
          "watermarkColumn",
          "a column with watermark " + table.watermark(),
          "Give watermark: COLUMN, or take the column away.");
    }
    if (table.key().stream().distinct().count() < table.key().size()) {
      draft.report(table, "key", "the same column twice", "Give each once.");
    }
  }
}
