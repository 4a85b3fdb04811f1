package io.tributary.activities.environment;

import io.tributary.workflows.environment.MaterializedView;
import io.tributary.workflows.environment.MaterializedView.Distribution;
import io.tributary.workflows.environment.Policy;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Redshift demands of views and materialized views, as far as their text shows it. */
final class ViewRules {
  private final SpecDraft draft;
  private final List<String> views;
  private final List<String> materialized;
  private final List<String> external = new ArrayList<>();
  private final List<String> guarded = new ArrayList<>();

  private ViewRules(SpecDraft draft) {
    this.draft = draft;
    this.views = draft.names("views");
    this.materialized = draft.names("materializedViews");
    for (Source source : draft.list("sources", Source.class)) {
      if (source.externalSchema() != null) {
        external.add(source.externalSchema().name());
      }
    }
    draft.list("policies", Policy.class).forEach(policy -> guarded.addAll(policy.on()));
  }

  static void check(SpecDraft draft) {
    ViewRules rules = new ViewRules(draft);
    draft.list("views", View.class).forEach(rules::view);
    List<MaterializedView> all = draft.list("materializedViews", MaterializedView.class);
    all.forEach(rules::materialized);
    rules.cycles(all);
  }

  private void view(View view) {
    schema(view, view.name());
    query(view, SqlText.of(view.sql()));
  }

  private void materialized(MaterializedView view) {
    schema(view, view.name());
    SqlText sql = SqlText.of(view.sql());
    query(view, sql);
    if (!draft.names("refreshGroups").contains(view.group())) {
      draft.unknown(view, "group", view.group(), draft.names("refreshGroups"));
    }
    for (String clause : List.of("order by", "limit")) {
      if (sql.atTopLevel(clause)) {
        draft.report(
            view,
            "sql",
            clause.toUpperCase(java.util.Locale.ROOT) + " in a materialized view",
            "Redshift refuses it there: take it away, and sort where the view is read.");
      }
    }
    references(view, sql);
    distribution(view);
  }

  private void references(MaterializedView view, SqlText sql) {
    for (String name : sql.names()) {
      if (views.contains(name)) {
        draft.report(
            view,
            "sql",
            "it reads the view " + name,
            "Redshift builds no materialized view on a standard or late-binding view: read its"
                + " tables, or make "
                + name
                + " a materialized view.");
      }
      if (guarded.contains(name)) {
        draft.report(
            view,
            "sql",
            "it reads " + name + ", which is under a policy",
            "Redshift builds no materialized view on a table with row-level security or masking.");
      }
      boolean outside = external.contains(name.substring(0, name.indexOf('.')));
      if (view.autoRefresh() && (outside || materialized.contains(name))) {
        draft.report(
            view,
            "autoRefresh",
            "true, though it reads " + name,
            "Redshift refreshes by itself only what reads local tables: autoRefresh: false.");
      }
    }
  }

  private void distribution(MaterializedView view) {
    if ((view.distribution() == Distribution.KEY) != (view.distributionKey() != null)) {
      draft.report(
          view,
          "distributionKey",
          view.distributionKey() == null ? "nothing" : SecretGuard.shown(view.distributionKey()),
          "Give distribution: KEY together with distributionKey, or neither.");
    }
  }

  private void schema(Record view, String name) {
    String schema = name.substring(0, name.indexOf('.'));
    List<String> known = draft.names("schemas");
    if (!known.contains(schema) && !schema.equals("public")) {
      draft.unknown(view, "name", schema, known);
    }
  }

  private void query(Record view, SqlText sql) {
    if (!sql.isOneQuery()) {
      draft.report(
          view, "sql", "this is not one query", "Give one SELECT or WITH, without a semicolon.");
    }
  }

  /** Reports each view that reads itself through others. */
  private void cycles(List<MaterializedView> all) {
    for (MaterializedView view : all) {
      List<String> path = new ArrayList<>(List.of(view.name()));
      if (leadsTo(view.name(), view, all, path)) {
        draft.report(
            view,
            "sql",
            "it reads itself: " + String.join(" reads ", path),
            "Take one of these references away.");
      }
    }
  }

  private static boolean leadsTo(
      String goal, MaterializedView at, List<MaterializedView> all, List<String> path) {
    for (String name : SqlText.of(at.sql()).names()) {
      if (name.equals(goal)) {
        path.add(goal);
        return true;
      }
      Optional<MaterializedView> next =
          all.stream().filter(view -> view.name().equals(name)).findFirst();
      if (next.isPresent() && !path.contains(name)) {
        path.add(name);
        if (leadsTo(goal, next.get(), all, path)) {
          return true;
        }
        path.removeLast();
      }
    }
    return false;
  }
}
