package io.tributary.activities.reconciliation;

import io.tributary.activities.comparison.TableName;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.SourceTable;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;

/**
 * A table of the specification that can be compared.
 *
 * @param spec the specification
 * @param source its source
 * @param table the table
 * @param target its copy in the warehouse
 */
record ComparedTable(EnvironmentSpec spec, Source source, SourceTable table, TableName target) {
  /**
   * Finds a table.
   *
   * @param name {@code source.schema.table}
   * @throws io.temporal.failure.ApplicationFailure {@code INPUT_UNKNOWN_NAME} when the
   *     specification has no such table, or none with a copy
   */
  static ComparedTable find(EnvironmentSpec spec, String name) {
    for (Source source : spec.sources()) {
      for (SourceTable table : source.tables()) {
        String target = table.target();
        boolean meant = name.equals(source.name() + "." + table.schema() + "." + table.name());
        if (meant && target != null) {
          int dot = target.indexOf('.');
          TableName copy = new TableName(target.substring(0, dot), target.substring(dot + 1));
          return new ComparedTable(spec, source, table, copy);
        }
      }
    }
    throw Failures.of(
        ErrorCode.INPUT_UNKNOWN_NAME,
        "the specification of " + spec.name() + " has no table " + name + " with a target");
  }

  TableName origin() {
    return new TableName(table.schema(), table.name());
  }
}
