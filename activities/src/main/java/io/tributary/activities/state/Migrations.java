package io.tributary.activities.state;

import io.temporal.failure.ApplicationFailure;
import io.tributary.activities.ddl.SqlText;
import io.tributary.activities.statement.Row;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Brings the schema {@code tributary} to the version of this program. Any number of workers may do
 * so at once: each step is one transaction behind a lock on the table of steps, and one that loses
 * the race looks again instead of failing.
 */
public final class Migrations {
  private final WarehouseStatements statements;
  private final List<Migration> steps;

  /** Makes it; nothing is sent. */
  public Migrations(WarehouseStatements statements) {
    this(statements, Migration.all());
  }

  Migrations(WarehouseStatements statements, List<Migration> steps) {
    this.statements = statements;
    this.steps = List.copyOf(steps);
  }

  /**
   * Brings the schema up to date.
   *
   * @return the steps that this call applied, none when it was up to date
   * @throws ApplicationFailure {@code STATE_NEWER} when a newer program was here: nothing is
   *     changed
   */
  public List<Integer> migrate(WarehouseRef warehouse) {
    int at = version(warehouse);
    if (at == 0) {
      attempt(warehouse, first(), () -> exists(warehouse));
    }
    List<Integer> applied = new ArrayList<>();
    for (Migration step : steps) {
      if (step.version() > at
          && attempt(warehouse, sqls(step), () -> version(warehouse) >= step.version())) {
        applied.add(step.version());
      }
    }
    return applied;
  }

  /**
   * Returns the version that the schema has, 0 when there is none.
   *
   * @throws ApplicationFailure {@code STATE_NEWER} when this program does not know it
   */
  public int version(WarehouseRef warehouse) {
    if (!exists(warehouse)) {
      return 0;
    }
    List<Row> rows =
        statements.query(warehouse, "SELECT COALESCE(MAX(version), 0) FROM tributary.migrations");
    int found = (int) rows.getFirst().number(0);
    if (found > steps.size()) {
      throw Failures.of(
          ErrorCode.STATE_NEWER,
          "the schema tributary in "
              + warehouse.name()
              + "/"
              + warehouse.database()
              + " has version "
              + found
              + ", this program knows "
              + steps.size()
              + ": use the newer program");
    }
    return found;
  }

  /**
   * Does something that needs the schema, and brings it up to date first when it turns out to be
   * missing: the usual case costs no question.
   */
  public <T> T with(WarehouseRef warehouse, Supplier<T> action) {
    try {
      return action.get();
    } catch (ApplicationFailure failure) {
      if (Failures.code(failure).orElse(ErrorCode.INTERNAL) != ErrorCode.OBJECT_MISSING) {
        throw failure;
      }
      migrate(warehouse);
      return action.get();
    }
  }

  private boolean exists(WarehouseRef warehouse) {
    return !statements
        .query(
            warehouse,
            "SELECT tablename FROM pg_tables"
                + " WHERE schemaname = 'tributary' AND tablename = 'migrations'")
        .isEmpty();
  }

  private static List<String> first() {
    return List.of(
        "CREATE SCHEMA IF NOT EXISTS tributary",
        """
        CREATE TABLE IF NOT EXISTS tributary.migrations (
          version INTEGER NOT NULL,
          name VARCHAR(200) NOT NULL,
          applied_at TIMESTAMP NOT NULL,
          PRIMARY KEY (version)
        )""");
  }

  private static List<String> sqls(Migration step) {
    List<String> sqls = new ArrayList<>();
    // First in the transaction, so that its snapshot is younger than the work of whoever held it.
    sqls.add("LOCK TABLE tributary.migrations");
    sqls.addAll(step.sqls());
    sqls.add(
        "INSERT INTO tributary.migrations (version, name, applied_at)\nSELECT "
            + step.version()
            + ", "
            + SqlText.literal(step.name(), 200)
            + ", GETDATE()\nWHERE NOT EXISTS (SELECT 1 FROM tributary.migrations WHERE version = "
            + step.version()
            + ")");
    return sqls;
  }

  /** Runs a step; false when somebody else did it meanwhile. */
  private boolean attempt(WarehouseRef warehouse, List<String> sqls, Check done) {
    try {
      // Each call is a try of its own: what is there already is found by looking, not by a token.
      statements.transaction(warehouse, "migration-" + UUID.randomUUID(), sqls);
      return true;
    } catch (ApplicationFailure failure) {
      if (done.holds()) {
        return false;
      }
      throw failure;
    }
  }

  /** Whether somebody else got there. */
  private interface Check {
    boolean holds();
  }
}
