package io.tributary.sandbox.dataapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MaterializedViewTest {
  @RegisterExtension static final InProcessWarehouse WAREHOUSE = new InProcessWarehouse();

  @BeforeEach
  void tables() {
    WAREHOUSE.must(
        "CREATE SCHEMA m",
        "CREATE TABLE m.orders (id bigint PRIMARY KEY, customer bigint, total decimal(12,2))",
        "CREATE TABLE m.customers (id bigint, name varchar(20), motto varchar(20))",
        "INSERT INTO m.orders VALUES (1, 1, 10), (2, 1, 20), (3, 2, 5)",
        "INSERT INTO m.customers VALUES (1, 'a', 'x'), (2, 'b', 'y')",
        "CREATE MATERIALIZED VIEW m.totals BACKUP NO DISTSTYLE KEY DISTKEY (customer) SORTKEY (customer)"
            + " AUTO REFRESH NO AS SELECT customer, sum(total) AS total FROM m.orders GROUP BY customer",
        "CREATE MATERIALIZED VIEW m.named AS SELECT c.name, t.total FROM m.totals t JOIN m.customers c ON c.id = t.customer");
  }

  @AfterEach
  void clean() {
    WAREHOUSE.must("DROP SCHEMA m CASCADE");
  }

  private static List<String> info(String view) {
    return WAREHOUSE
        .rows(
            "SELECT is_stale, state FROM svv_mv_info WHERE trim(schema_name) = 'm' AND trim(name) = '"
                + view
                + "'")
        .get(0);
  }

  private static String lastStatus(String view) {
    return WAREHOUSE.value(
        "SELECT status FROM sys_mv_refresh_history WHERE trim(schema_name) = 'm' AND trim(mv_name) = '"
            + view
            + "' ORDER BY transaction_id DESC LIMIT 1");
  }

  @Test
  void aNewViewIsFreshAndHoldsItsRows() {
    assertThat(info("totals")).containsExactly("f", "1");
    assertThat(WAREHOUSE.rows("SELECT customer, total FROM m.totals ORDER BY 1"))
        .containsExactly(List.of("1", "30.00"), List.of("2", "5.00"));
  }

  @Test
  void namesArePaddedAsOnRedshift() {
    assertThat(
            WAREHOUSE.value(
                "SELECT name FROM svv_mv_info WHERE name = 'totals' AND schema_name = 'm' AND database_name = CURRENT_DATABASE()"))
        .hasSize(128);
  }

  @Test
  void aRefreshReachesItsOwnViewOnly() {
    WAREHOUSE.must("INSERT INTO m.orders VALUES (4, 2, 7)");
    assertThat(info("totals")).containsExactly("t", "1");
    assertThat(info("named")).containsExactly("f", "1");

    WAREHOUSE.must("REFRESH MATERIALIZED VIEW m.totals");

    assertThat(lastStatus("totals")).isEqualTo("Refresh successfully updated MV incrementally");
    assertThat(info("totals")).containsExactly("f", "1");
    assertThat(info("named")).containsExactly("t", "1");
    assertThat(WAREHOUSE.value("SELECT total FROM m.named WHERE name = 'b'")).isEqualTo("5.00");
  }

  @Test
  void cascadeRefreshesWhatIsBuiltOnIt() {
    WAREHOUSE.behind("INSERT INTO m.orders VALUES (4, 2, 7)");

    WAREHOUSE.must("REFRESH MATERIALIZED VIEW m.totals CASCADE");

    assertThat(WAREHOUSE.value("SELECT total FROM m.named WHERE name = 'b'")).isEqualTo("12.00");
    assertThat(info("named")).containsExactly("f", "1");
  }

  @Test
  void aFreshViewIsNotTouched() {
    WAREHOUSE.must("REFRESH MATERIALIZED VIEW m.named");

    assertThat(lastStatus("named")).isEqualTo("MV was already updated");
  }

  @Test
  void truncateForcesARecompute() {
    WAREHOUSE.must("TRUNCATE m.orders", "REFRESH MATERIALIZED VIEW m.totals");

    assertThat(lastStatus("totals")).isEqualTo("Refresh successfully recomputed MV from scratch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT o.id, c.name FROM m.orders o LEFT JOIN m.customers c ON c.id = o.customer | 0",
        "SELECT id FROM m.orders UNION ALL SELECT id FROM m.customers | 0",
        "SELECT count(DISTINCT customer) AS n FROM m.orders | 0",
        "SELECT id, rank() OVER (ORDER BY total) AS r FROM m.orders | 0",
        "SELECT listagg(name, ',') AS names FROM m.customers | 0",
        "SELECT id FROM m.orders WHERE customer IN (SELECT id FROM m.customers) | 0",
        "SELECT o.id, c.name FROM m.orders o JOIN m.customers c ON c.id = o.customer WHERE total > 1 | 1",
        "SELECT x.id FROM (SELECT id FROM m.orders) x | 1",
      })
  void whatBlocksAnIncrementalRefreshIsRecomputed(String query, String state) {
    WAREHOUSE.must("CREATE MATERIALIZED VIEW m.probe AS " + query);
    assertThat(info("probe")).containsExactly("f", state);

    WAREHOUSE.must(
        "INSERT INTO m.orders VALUES (5, 1, 1)",
        "INSERT INTO m.customers VALUES (5, 'e', 'e')",
        "REFRESH MATERIALIZED VIEW m.probe");

    assertThat(lastStatus("probe"))
        .isEqualTo(
            state.equals("1")
                ? "Refresh successfully updated MV incrementally"
                : "Refresh successfully recomputed MV from scratch");
  }

  @Test
  void aMutableFunctionKeepsItStale() {
    WAREHOUSE.must("CREATE MATERIALIZED VIEW m.today AS SELECT id, getdate() AS at FROM m.orders");

    assertThat(info("today")).containsExactly("t", "0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE m.customers DROP COLUMN motto | 101 | Base table column was dropped",
        "ALTER TABLE m.customers ALTER COLUMN motto TYPE varchar(30) | 102 | Base table column type was changed",
        "ALTER TABLE m.customers RENAME TO clients | 103 | Base table was renamed",
        "ALTER TABLE m.customers RENAME COLUMN motto TO slogan | 104 | Base table column was renamed",
      })
  void aChangedBaseMakesItUnrefreshable(String change, String state, String why) {
    WAREHOUSE.must(
        "CREATE MATERIALIZED VIEW m.mottos AS SELECT id, motto FROM m.customers", change);

    assertThat(info("mottos")).containsExactly("t", state);
    assertThat(WAREHOUSE.error("REFRESH MATERIALIZED VIEW m.mottos")).contains(why);
    assertThat(lastStatus("mottos")).isEqualTo("Refresh failed. " + why);
    assertThat(WAREHOUSE.value("SELECT count(*) FROM m.mottos")).isEqualTo("2");
  }

  @Test
  void aColumnThatItDoesNotReadMayGo() {
    WAREHOUSE.behind("ALTER TABLE m.customers DROP COLUMN motto");

    assertThat(info("named")).containsExactly("f", "1");
  }

  @Test
  void dependenciesNameTheViewsThatAreRead() {
    assertThat(
            WAREHOUSE.rows(
                "SELECT trim(name), trim(dependent_name) FROM svv_mv_dependency WHERE schema_name = 'm'"))
        .containsExactly(List.of("named", "totals"));
  }

  @Test
  void aBaseGoesOnlyWithItsViews() {
    assertThat(WAREHOUSE.error("DROP TABLE m.orders")).contains("other objects depend on it");
    assertThat(WAREHOUSE.error("DROP MATERIALIZED VIEW m.totals"))
        .contains("other objects depend on it");
    assertThat(WAREHOUSE.error("DROP TABLE m.named")).contains("DROP MATERIALIZED VIEW");

    WAREHOUSE.must("DROP TABLE m.orders CASCADE");

    assertThat(WAREHOUSE.rows("SELECT name FROM svv_mv_info WHERE schema_name = 'm'")).isEmpty();
    assertThat(WAREHOUSE.error("SELECT * FROM m.named")).contains("does not exist");
  }

  @Test
  void nobodyWritesIntoAView() {
    assertThat(WAREHOUSE.error("DELETE FROM m.totals")).contains("cannot change materialized view");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM m.orders ORDER BY id",
        "SELECT id FROM m.orders LIMIT 1",
        "SELECT name FROM m.plain",
        "SELECT name FROM m.late",
        "SELECT nspname FROM pg_namespace",
      })
  void someDefinitionsAreRefused(String query) {
    WAREHOUSE.must(
        "CREATE VIEW m.plain AS SELECT name FROM m.customers",
        "CREATE VIEW m.late AS SELECT name FROM m.customers WITH NO SCHEMA BINDING");

    assertThat(WAREHOUSE.error("CREATE MATERIALIZED VIEW m.bad AS " + query))
        .containsAnyOf("not supported in materialized views", "cannot be created on");
  }

  @Test
  void aChangeDuringARefreshCountsAsNewer() throws Exception {
    try (var other = WAREHOUSE.running().server().connect("dev");
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("INSERT INTO m.orders VALUES (9, 9, 9)");
      WAREHOUSE.must("INSERT INTO m.orders VALUES (8, 8, 8)", "REFRESH MATERIALIZED VIEW m.totals");
      assertThat(info("totals")).containsExactly("f", "1");
      other.commit();
    }

    assertThat(info("totals")).containsExactly("t", "1");
  }

  @Test
  void commentsAreKept() {
    WAREHOUSE.must(
        "CREATE VIEW m.late AS SELECT name FROM m.customers WITH NO SCHEMA BINDING",
        "COMMENT ON VIEW m.totals IS 'the totals'",
        "COMMENT ON VIEW m.late IS 'it''s late'",
        "ALTER TABLE m.customers ADD COLUMN more int");

    assertThat(
            WAREHOUSE.rows(
                "SELECT remarks FROM svv_tables WHERE table_schema = 'm' AND remarks IS NOT NULL ORDER BY 1"))
        .containsExactly(List.of("it's late"), List.of("the totals"));
  }
}
