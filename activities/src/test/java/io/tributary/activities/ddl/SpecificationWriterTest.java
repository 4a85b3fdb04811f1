package io.tributary.activities.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tributary.activities.Warehouse;
import io.tributary.activities.ddl.Change.Action;
import io.tributary.activities.statement.Row;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.statement.StatementOutcome;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The writer against the sandbox's warehouse, with the specification of the demo. */
@Timeout(300)
class SpecificationWriterTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  private final Warehouse warehouse = new Warehouse(SANDBOX);
  private final EnvironmentSpec spec = Warehouse.specification();

  @BeforeEach
  void clean() {
    warehouse.clean();
  }

  @Test
  void makesWhatTheSpecificationAsksForAndThenNothingMore() {
    List<Change> planned = writer(warehouse.statements()).plan(spec);
    assertThat(planned).allMatch(Change::effective);

    List<Change> done = writer(warehouse.statements()).apply(spec, "first");
    assertThat(done)
        .extracting(Change::name)
        .isEqualTo(planned.stream().map(Change::name).toList());
    assertThat(done).hasSizeGreaterThan(13);

    assertThat(writer(warehouse.statements()).apply(spec, "second"))
        .allMatch(change -> change.action() == Action.KEEP);
  }

  @Test
  void comesToTheSameEndWhereverItIsCutOff() {
    boolean cut = true;
    for (int statement = 1; cut; statement += 5) {
      warehouse.clean();
      CutOff cutOff = new CutOff(warehouse.statements(), statement);
      cut = catchThrowable(() -> writer(cutOff).apply(spec, "cut-" + System.nanoTime())) != null;
      writer(warehouse.statements()).apply(spec, "again-" + System.nanoTime());
      assertThat(writer(warehouse.statements()).plan(spec))
          .as("after a cut at statement " + statement)
          .allMatch(change -> change.action() == Action.KEEP);
    }
  }

  @Test
  void leavesAloneWhatSomebodyElseMade() {
    warehouse.statements().execute(Warehouse.REF, key(), "CREATE SCHEMA mart");
    warehouse
        .statements()
        .execute(
            Warehouse.REF,
            key(),
            "CREATE MATERIALIZED VIEW mart.region_names AS SELECT r_regionkey FROM tpch.region");
    Throwable failure = catchThrowable(() -> writer(warehouse.statements()).apply(spec, key()));
    assertThat(Failures.code(failure)).contains(ErrorCode.OBJECT_FOREIGN);
    assertThat(failure).hasMessageContaining("mart.region_names");
    assertThat(
            warehouse
                .statements()
                .query(Warehouse.REF, "SELECT nspname FROM pg_namespace WHERE nspname = 'sales'"))
        .isEmpty();
  }

  private SpecificationWriter writer(WarehouseStatements statements) {
    return new SpecificationWriter(statements, warehouse.secrets());
  }

  private static String key() {
    return "test-" + System.nanoTime();
  }

  /** Dies after a number of statements with an effect, of which the last one did take effect. */
  private static final class CutOff implements WarehouseStatements {
    private final WarehouseStatements real;
    private int left;

    CutOff(WarehouseStatements real, int after) {
      this.real = real;
      this.left = after;
    }

    @Override
    public void query(WarehouseRef at, String sql, Consumer<Row> rows) {
      real.query(at, sql, rows);
    }

    @Override
    public StatementOutcome execute(WarehouseRef at, String key, String sql) {
      return cut(real.execute(at, key, sql));
    }

    @Override
    public StatementOutcome transaction(WarehouseRef at, String key, List<String> sqls) {
      return cut(real.transaction(at, key, sqls));
    }

    private StatementOutcome cut(StatementOutcome outcome) {
      if (--left <= 0) {
        throw new Killed();
      }
      return outcome;
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
