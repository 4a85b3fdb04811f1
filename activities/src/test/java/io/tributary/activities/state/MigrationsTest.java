package io.tributary.activities.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tributary.activities.Warehouse;
import io.tributary.activities.statement.Row;
import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The schema {@code tributary} in the sandbox's warehouse. */
@Timeout(120)
class MigrationsTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  private final Warehouse warehouse = new Warehouse(SANDBOX);

  @BeforeEach
  void clean() {
    warehouse.clean();
  }

  @Test
  void bringsAnEmptyWarehouseUpToDateOnce() {
    Migrations migrations = new Migrations(warehouse.statements());
    assertThat(migrations.version(Warehouse.REF)).isZero();
    assertThat(migrations.migrate(Warehouse.REF)).containsExactly(1);
    assertThat(migrations.migrate(Warehouse.REF)).isEmpty();
    assertThat(migrations.version(Warehouse.REF)).isEqualTo(1);
  }

  @Test
  void letsSeveralWorkersStartAtOnce() throws Exception {
    int workers = 6;
    List<Migration> steps = new ArrayList<>(Migration.all());
    // A step that cannot be repeated: whoever comes second must notice that it is done.
    steps.add(
        new Migration(
            2,
            "a further column",
            List.of("ALTER TABLE tributary.refresh_history ADD COLUMN note VARCHAR(20)")));
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<List<Integer>>> running = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        Migrations migrations = new Migrations(warehouse.statements(), steps);
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  return migrations.migrate(Warehouse.REF);
                }));
      }
      start.countDown();
      for (Future<List<Integer>> worker : running) {
        worker.get();
      }
    }
    List<Row> rows =
        warehouse
            .statements()
            .query(Warehouse.REF, "SELECT version FROM tributary.migrations ORDER BY version");
    assertThat(rows).extracting(row -> row.number(0)).containsExactly(1L, 2L);
  }

  @Test
  void refusesASchemaOfANewerProgram() {
    List<Migration> newer = new ArrayList<>(Migration.all());
    newer.add(new Migration(2, "of the future", List.of("SELECT 1")));
    new Migrations(warehouse.statements(), newer).migrate(Warehouse.REF);
    Throwable failure =
        catchThrowable(() -> new Migrations(warehouse.statements()).migrate(Warehouse.REF));
    assertThat(Failures.code(failure)).contains(ErrorCode.STATE_NEWER);
    assertThat(failure).hasMessageContaining("version 2").hasMessageContaining("knows 1");
  }

  @Test
  void undoesAStepThatFailsInTheMiddle() {
    List<Migration> broken = new ArrayList<>(Migration.all());
    broken.add(
        new Migration(
            2,
            "broken",
            List.of(
                "CREATE TABLE tributary.half (a INTEGER)",
                "CREATE TABEL tributary.other (a INTEGER)")));
    Throwable failure =
        catchThrowable(() -> new Migrations(warehouse.statements(), broken).migrate(Warehouse.REF));
    assertThat(failure).isNotNull();
    assertThat(new Migrations(warehouse.statements()).version(Warehouse.REF)).isEqualTo(1);
    assertThat(
            warehouse
                .statements()
                .query(Warehouse.REF, "SELECT tablename FROM pg_tables WHERE tablename = 'half'"))
        .isEmpty();
  }

  @Test
  void keepsOneRowPerRefreshHoweverOftenItIsWritten() {
    new Migrations(warehouse.statements()).migrate(Warehouse.REF);
    RefreshHistory.Entry entry =
        new RefreshHistory.Entry(
            "id-1", "mart.x", "INCREMENTAL", "it's \\ done", 5, 1200, Instant.now());
    new RefreshHistory(warehouse.statements()).record(Warehouse.REF, entry);
    // Another process, whose token the Data API does not know.
    warehouse.statements().execute(Warehouse.REF, "other", RefreshHistory.insert(entry));
    RefreshHistory history = new RefreshHistory(warehouse.statements());
    assertThat(history.expectations(Warehouse.REF))
        .singleElement()
        .satisfies(
            expectation -> {
              assertThat(expectation.millis()).isEqualTo(1200);
              assertThat(expectation.lastMillis()).isPositive();
            });
    assertThat(
            warehouse
                .statements()
                .query(Warehouse.REF, "SELECT COUNT(*) FROM tributary.refresh_history")
                .getFirst()
                .number(0))
        .isEqualTo(1);
  }
}
