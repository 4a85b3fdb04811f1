package io.tributary.activities.environment;

import io.tributary.workflows.environment.Approvals;
import io.tributary.workflows.environment.Consumer;
import io.tributary.workflows.environment.MaterializedView;
import io.tributary.workflows.environment.Policy;
import io.tributary.workflows.environment.ReconciliationGroup;
import io.tributary.workflows.environment.RefreshGroup;
import io.tributary.workflows.environment.Risk;
import io.tributary.workflows.environment.Role;
import io.tributary.workflows.environment.Schedule;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.View;
import io.tributary.workflows.environment.WarehouseSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Names are unique where something is found by them. */
final class NameRules {
  private NameRules() {}

  static void check(SpecDraft draft) {
    unique(draft, draft.list("sources", Source.class), Source::name);
    unique(draft, draft.list("refreshGroups", RefreshGroup.class), RefreshGroup::name);
    unique(
        draft,
        draft.list("reconciliationGroups", ReconciliationGroup.class),
        ReconciliationGroup::name);
    unique(draft, draft.list("roles", Role.class), Role::name);
    unique(draft, draft.list("policies", Policy.class), Policy::name);
    unique(draft, draft.list("schedules", Schedule.class), Schedule::name);
    unique(draft, draft.list("risks", Risk.class), Risk::name);
    unique(draft, draft.list("consumers", Consumer.class), Consumer::name);
    draft
        .part("approvals", Approvals.class)
        .ifPresent(approvals -> unique(draft, approvals.approvers(), Approvals.Approver::name));
    relations(draft);
    schemas(draft);
  }

  /** Views and materialized views share one space of names. */
  private static void relations(SpecDraft draft) {
    List<Record> relations = new ArrayList<>(draft.list("views", View.class));
    relations.addAll(draft.list("materializedViews", MaterializedView.class));
    unique(
        draft,
        relations,
        relation ->
            relation instanceof View view ? view.name() : ((MaterializedView) relation).name());
  }

  /** Schemas and external schemas share one space of names. */
  private static void schemas(SpecDraft draft) {
    List<Record> schemas = new ArrayList<>(draft.list("schemas", WarehouseSchema.class));
    for (Source source : draft.list("sources", Source.class)) {
      if (source.externalSchema() != null) {
        schemas.add(source.externalSchema());
      }
    }
    unique(
        draft,
        schemas,
        schema ->
            schema instanceof WarehouseSchema plain
                ? plain.name()
                : ((Source.ExternalSchema) schema).name());
  }

  private static <T extends Record> void unique(
      SpecDraft draft, List<? extends T> all, Function<T, String> name) {
    Map<String, Boolean> seen = new HashMap<>();
    for (T one : all) {
      if (seen.put(name.apply(one), true) != null) {
        draft.report(
            one,
            "name",
            SecretGuard.shown(name.apply(one)) + " stands here twice",
            "Give each its own name, or put them together.");
      }
    }
  }
}
