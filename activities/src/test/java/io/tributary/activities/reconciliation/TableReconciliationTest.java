package io.tributary.activities.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.activities.environment.EnvironmentFile;
import io.tributary.activities.environment.EnvironmentStore;
import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.activities.evidence.FolderEvidence;
import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.environment.ReconciliationSlice;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.reconciliation.Depth;
import io.tributary.workflows.reconciliation.ReconciliationRequest;
import io.tributary.workflows.reconciliation.ReconciliationResult;
import io.tributary.workflows.reconciliation.TableResult;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Reconciles tables of the sandbox as its specification describes them. */
@Timeout(120)
class TableReconciliationTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  private static final String RUN = "2026-11-23-abcdef01";
  private static final String CUSTOMER = "aurora.public.customer";
  private static final String CANARY = "phone-canary-47";
  private static final String KEPT = "tpch_kept_customer";

  @TempDir Path folder;
  private Databases databases;
  private EvidenceStore evidence;
  private TableReconciliation reconciliation;
  private String digest;

  @BeforeEach
  void open() throws SQLException {
    databases = new Databases(SANDBOX.handle());
    evidence = new FolderEvidence(folder);
    EnvironmentStore store = new EnvironmentStore(evidence);
    Path file = Path.of(System.getProperty("tributary.root"), "environments", "sandbox.yaml");
    EnvironmentSpec spec = EnvironmentFile.read(file);
    digest = store.publish(spec);
    reconciliation =
        new TableReconciliation(
            store, databases.sources(), databases.statements(), evidence, InstantSource.system());
    databases.inWarehouse(
        "DROP TABLE IF EXISTS tpch." + KEPT,
        "CREATE TABLE tpch." + KEPT + " AS SELECT * FROM tpch.customer");
  }

  @AfterEach
  void restore() {
    databases.inWarehouse(
        "DELETE FROM tpch.customer",
        "INSERT INTO tpch.customer SELECT * FROM tpch." + KEPT,
        "DROP TABLE tpch." + KEPT);
    databases.close();
  }

  @Test
  void findsAllTablesOfTheGroupEqual() {
    for (String table : List.of("customer", "orders", "lineitem", "nation", "region")) {
      TableResult result = compare("aurora.public." + table, Depth.ROWS, null);
      assertThat(result.error()).isNull();
      assertThat(result.verdict()).as(table).isEqualTo(Verdict.EQUAL);
      assertThat(result.sourceRows()).as(table).isPositive().isEqualTo(result.targetRows());
    }
  }

  @Test
  void namesTheRowsThatDifferAndShowsNothingElse() {
    plant();
    TableResult result = compare(CUSTOMER, Depth.ROWS, null);
    assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(List.of(result.missing(), result.extra(), result.changed()))
        .containsExactly(1L, 0L, 2L);
    assertThat(result.columns()).containsExactly("c_name", "c_phone");

    report(result);
    String files = allFiles();
    assertThat(files)
        .contains("Customer#000000002", "Customer#000000002 new", "•••")
        .as("masked values and rows that do not differ")
        .doesNotContain(CANARY, "Customer#000000005", "Customer#000000001");
  }

  @Test
  void looksAgainOnlyAtWhatDiffered() {
    plant();
    TableResult first = compare(CUSTOMER, Depth.ROWS, null);
    databases.inWarehouse(
        "UPDATE tpch.customer SET c_name = 'Customer#000000002' WHERE c_custkey = 2",
        "UPDATE tpch.customer SET c_name = 'arrived since' WHERE c_custkey = 9");
    TableResult second = compare(CUSTOMER, Depth.ROWS, first);
    assertThat(second.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(List.of(second.missing(), second.changed())).containsExactly(1L, 1L);
    assertThat(second.columns()).containsExactly("c_phone");
  }

  @Test
  void callsInFlightWhatNoLongerDiffers() {
    databases.inWarehouse("UPDATE tpch.customer SET c_acctbal = c_acctbal + 1 WHERE c_custkey = 7");
    TableResult first = compare(CUSTOMER, Depth.ROWS, null);
    assertThat(first.verdict()).isEqualTo(Verdict.DIFFERENT);
    databases.inWarehouse("UPDATE tpch.customer SET c_acctbal = c_acctbal - 1 WHERE c_custkey = 7");
    assertThat(compare(CUSTOMER, Depth.ROWS, first).verdict()).isEqualTo(Verdict.IN_FLIGHT);
  }

  @Test
  void sharesCountsAndChecksumsWithoutNamingRows() {
    plant();
    TableResult counts = compare(CUSTOMER, Depth.COUNT, null);
    assertThat(counts.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(counts.sourceRows() - counts.targetRows()).isEqualTo(1);
    TableResult sums = compare(CUSTOMER, Depth.CHECKSUM, null);
    assertThat(sums.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(sums.changed()).as("unknown").isEqualTo(-1);
  }

  @Test
  void reportsAnErrorWhenATableIsMissing() {
    databases.inWarehouse("ALTER TABLE tpch.region RENAME TO region_hidden");
    try {
      TableResult result = compare("aurora.public.region", Depth.ROWS, null);
      assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
      assertThat(result.error()).contains("COMPARISON_FAILED", "tpch.region does not exist");
    } finally {
      databases.inWarehouse("ALTER TABLE tpch.region_hidden RENAME TO region");
    }
  }

  @Test
  void reportsAnErrorWhenTheLoginMayNotReadEveryColumn() throws SQLException {
    databases.inSource(
        "REVOKE SELECT ON public.nation FROM tributary_reader",
        "GRANT SELECT (n_nationkey) ON public.nation TO tributary_reader");
    try {
      TableResult result = compare("aurora.public.nation", Depth.ROWS, null);
      assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
      assertThat(result.error()).contains("SOURCE_PERMISSION_MISSING");
    } finally {
      databases.inSource("GRANT SELECT ON public.nation TO tributary_reader");
    }
  }

  @Test
  void retriesWhenTheConnectionIsKilled() throws Exception {
    Thread killer = Thread.ofVirtual().unstarted(TableReconciliationTest::killTheReader);
    try (var holder = java.sql.DriverManager.getConnection(SANDBOX.handle().sourceJdbc("aurora"))) {
      holder.setAutoCommit(false);
      try (var statement = holder.createStatement()) {
        statement.execute("LOCK TABLE public.nation IN ACCESS EXCLUSIVE MODE");
      }
      killer.start();
      assertThatThrownBy(() -> compare("aurora.public.nation", Depth.ROWS, null))
          .satisfies(e -> assertThat(Failures.code(e)).contains(ErrorCode.SOURCE_CONNECTION_LOST));
      holder.rollback();
    }
    killer.join();
    assertThat(compare("aurora.public.nation", Depth.ROWS, null).verdict())
        .isEqualTo(Verdict.EQUAL);
  }

  /** Kills the connection that waits for the lock as soon as there is one. */
  private static void killTheReader() {
    try (var admin = java.sql.DriverManager.getConnection(SANDBOX.handle().sourceJdbc("aurora"));
        var statement = admin.createStatement()) {
      boolean killed = false;
      while (!killed) {
        var answer =
            statement.executeQuery(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'tributary' AND wait_event_type = 'Lock'");
        killed = answer.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void plant() {
    databases.inWarehouse(
        "UPDATE tpch.customer SET c_phone = '" + CANARY + "' WHERE c_custkey = 1",
        "UPDATE tpch.customer SET c_name = 'Customer#000000002 new' WHERE c_custkey = 2",
        "DELETE FROM tpch.customer WHERE c_custkey = 3");
  }

  private TableResult compare(String table, Depth depth, @Nullable TableResult former) {
    return reconciliation.compare(request(depth), RUN, table, former);
  }

  private void report(TableResult table) {
    reconciliation.report(
        request(Depth.ROWS),
        new ReconciliationResult(
            "tributary.sandbox.reconciliation.core",
            RUN,
            RunResult.Status.DIFFERENT,
            1_000,
            2_000,
            List.of(table),
            null));
  }

  private ReconciliationRequest request(Depth depth) {
    return new ReconciliationRequest(
        new PinnedEnvironment("sandbox", digest, "111122223333", "us-west-2"),
        new ReconciliationSlice.Group("core", List.of(), 4, true),
        depth,
        Mode.APPLY);
  }

  private String allFiles() {
    StringBuilder all = new StringBuilder();
    for (String path : evidence.list("sandbox/reconciliation")) {
      all.append(new String(evidence.read(path).orElseThrow(), UTF_8)).append('\n');
    }
    return all.toString();
  }
}
