package io.tributary.activities.ddl;

import io.tributary.activities.statement.Row;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.WarehouseKind;
import io.tributary.workflows.environment.WarehouseRef;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the warehouse has.
 *
 * @param names by kind
 * @param builtOn for a materialized view those that read it
 */
record Existing(Map<ObjectKind, Set<String>> names, Map<String, Set<String>> builtOn) {
  /** Asks the catalogue. */
  static Existing read(WarehouseStatements statements, WarehouseRef warehouse) {
    Map<ObjectKind, Set<String>> names = new EnumMap<>(ObjectKind.class);
    names.put(
        ObjectKind.EXTERNAL_SCHEMA,
        set(statements.query(warehouse, "SELECT schemaname FROM svv_external_schemas")));
    Set<String> schemas = set(statements.query(warehouse, "SELECT nspname FROM pg_namespace"));
    schemas.removeAll(names.get(ObjectKind.EXTERNAL_SCHEMA));
    names.put(ObjectKind.SCHEMA, schemas);
    boolean provisioned = warehouse.kind() == WarehouseKind.PROVISIONED;
    names.put(
        ObjectKind.MATERIALIZED_VIEW,
        set(
            statements.query(
                warehouse,
                provisioned
                    ? "SELECT schema, name FROM stv_mv_info WHERE db_name = CURRENT_DATABASE()"
                    : "SELECT schema_name, name FROM svv_mv_info"
                        + " WHERE database_name = CURRENT_DATABASE()")));
    Set<String> views =
        set(statements.query(warehouse, "SELECT schemaname, viewname FROM pg_views"));
    // The catalogue of Redshift shows a materialized view as a view as well.
    views.removeAll(names.get(ObjectKind.MATERIALIZED_VIEW));
    names.put(ObjectKind.VIEW, views);
    return new Existing(names, builtOn(statements, warehouse, provisioned));
  }

  private static Map<String, Set<String>> builtOn(
      WarehouseStatements statements, WarehouseRef warehouse, boolean provisioned) {
    Map<String, Set<String>> result = new HashMap<>();
    for (Row row :
        statements.query(
            warehouse,
            provisioned
                ? "SELECT schema, name, ref_schema, ref_name FROM stv_mv_deps"
                    + " WHERE db_name = CURRENT_DATABASE()"
                : "SELECT schema_name, name, dependent_schema_name, dependent_name"
                    + " FROM svv_mv_dependency WHERE database_name = CURRENT_DATABASE()")) {
      String reader = row.text(0).trim() + "." + row.text(1).trim();
      String read = row.text(2).trim() + "." + row.text(3).trim();
      result.computeIfAbsent(read, name -> new HashSet<>()).add(reader);
    }
    return result;
  }

  private static Set<String> set(List<Row> rows) {
    Set<String> result = new HashSet<>();
    for (Row row : rows) {
      result.add(
          row.values().size() == 1
              ? row.text(0).trim()
              : row.text(0).trim() + "." + row.text(1).trim());
    }
    return result;
  }

  /** Returns what kind of object has a name, schemas apart from what is in them. */
  Optional<ObjectKind> kind(String name) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().contains(SqlText.folded(name)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Set<String> readers(String materializedView) {
    return builtOn.getOrDefault(SqlText.folded(materializedView), Set.of());
  }
}
