package io.tributary.activities.environment;

import io.tributary.workflows.environment.ReconciliationGroup;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.SourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table is in one reconciliation group at most, exists, and has a copy to compare with. */
final class GroupRules {
  private GroupRules() {}

  static void check(SpecDraft draft) {
    Map<String, String> groups = new HashMap<>();
    List<String> known = draft.tableNames();
    List<String> without = withoutCopy(draft);
    for (ReconciliationGroup group :
        draft.list("reconciliationGroups", ReconciliationGroup.class)) {
      for (int i = 0; i < group.tables().size(); i++) {
        String table = group.tables().get(i);
        String at = "tables[" + i + "]";
        if (!known.contains(table)) {
          draft.unknown(group, at, table, known);
        } else if (without.contains(table)) {
          draft.report(
              group, at, table + " has no target", "Give the table a target to compare with.");
        }
        String other = groups.putIfAbsent(table, group.name());
        if (other != null) {
          draft.report(
              group,
              at,
              table + " is in group " + other + " already",
              "A table is in one group: two runs would compare it at a time.");
        }
      }
    }
  }

  private static List<String> withoutCopy(SpecDraft draft) {
    List<String> names = new ArrayList<>();
    for (Source source : draft.list("sources", Source.class)) {
      for (SourceTable table : source.tables()) {
        if (table.target() == null) {
          names.add(source.name() + "." + table.schema() + "." + table.name());
        }
      }
    }
    return names;
  }
}
