package io.tributary.activities.environment;

import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.ReconciliationGroup;
import io.tributary.workflows.environment.ReconciliationSlice;
import java.util.ArrayList;
import java.util.List;

/** Cuts what a reconciliation needs out of a specification. */
final class ReconciliationSlices {
  private ReconciliationSlices() {}

  static ReconciliationSlice of(EnvironmentSpec spec, List<String> asked) {
    List<String> groups =
        spec.reconciliationGroups().stream().map(ReconciliationGroup::name).toList();
    List<String> tables =
        spec.reconciliationGroups().stream().flatMap(group -> group.tables().stream()).toList();
    Asked request = Asked.of("tables", asked, groups, tables);
    List<ReconciliationSlice.Group> slices = new ArrayList<>();
    for (ReconciliationGroup group : spec.reconciliationGroups()) {
      List<ReconciliationSlice.Table> wanted =
          group.tables().stream()
              .filter(table -> request.wants(group.name(), table))
              .map(table -> new ReconciliationSlice.Table(table, group.lag().toSeconds()))
              .toList();
      if (!wanted.isEmpty()) {
        boolean whole = wanted.size() == group.tables().size();
        slices.add(new ReconciliationSlice.Group(group.name(), wanted, group.maxParallel(), whole));
      }
    }
    return new ReconciliationSlice(slices);
  }
}
