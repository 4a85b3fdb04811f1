package io.tributary.activities.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.activities.comparison.Comparison;
import io.tributary.activities.comparison.Comparison.Finding;
import io.tributary.activities.comparison.ComparisonException;
import io.tributary.activities.comparison.Difference;
import io.tributary.activities.comparison.Limits;
import io.tributary.activities.comparison.TableComparison;
import io.tributary.activities.comparison.TableName;
import io.tributary.activities.source.SourceConnection;
import io.tributary.sandbox.junit.SandboxExtension;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants differences in two real databases: each is found, and none falsely. */
@Timeout(120)
class PlantedDifferencesTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  private static final TableName TABLE = new TableName("planted", "t");

  private static Databases databases;

  @BeforeAll
  static void open() throws SQLException {
    databases = new Databases(SANDBOX.handle());
    databases.inSource(
        "CREATE SCHEMA IF NOT EXISTS planted", "GRANT USAGE ON SCHEMA planted TO tributary_reader");
    databases.inWarehouse("CREATE SCHEMA IF NOT EXISTS planted");
  }

  @AfterAll
  static void close() {
    databases.close();
  }

  /** Name, type in the source, type in the warehouse, a value, and another one. */
  static Stream<Arguments> values() {
    String zone = "timestamptz";
    return Stream.of(
        value("NULL and the empty text", "varchar(20)", "NULL", "''"),
        value("NULL and a blank", "varchar(20)", "NULL", "' '"),
        value("NULL and the text <null>", "varchar(20)", "NULL", "'<null>'"),
        value("empty and blank", "varchar(20)", "''", "' '"),
        value("a trailing blank", "varchar(20)", "'abc'", "'abc '"),
        value("letter case", "varchar(20)", "'Straße'", "'straße'"),
        value("an accent", "varchar(20)", "'café'", "'cafe'"),
        value("a separator alone", "varchar(20)", "chr(31)", "chr(92) || 's'"),
        value("a separator doubled", "varchar(20)", "chr(31) || chr(31)", "chr(31)"),
        value("a separator at the start", "varchar(20)", "chr(31) || 'a'", "'a' || chr(31)"),
        value("a backslash", "varchar(20)", "chr(92)", "chr(92) || chr(92)"),
        value(
            "long text's last letter",
            "varchar(5000)",
            "repeat('x', 4999) || 'a'",
            "repeat('x', 4999) || 'b'"),
        value("the 13th digit", "bigint", "1234567890123", "1234567890124"),
        value("the highest bigint", "bigint", "9223372036854775807", "9223372036854775806"),
        value("beyond eleven digits", "numeric(20,4)", "123456789012.3456", "123456789012.3457"),
        value("the sign of a number", "numeric(20,4)", "0.0001", "-0.0001"),
        value(
            "a microsecond",
            "timestamp",
            "'2026-02-28 23:59:59.999999'",
            "'2026-02-28 23:59:59.999998'"),
        value(
            "a microsecond before 1970",
            "timestamp",
            "'1969-12-31 23:59:59.999999'",
            "'1970-01-01 00:00:00'"),
        value("an hour of a zone", zone, "'2026-10-25 02:30:00+02'", "'2026-10-25 02:30:00+01'"),
        value("a day", "date", "'2024-02-29'", "'2024-03-01'"),
        value("a truth value", "boolean", "true", "false"),
        value("no truth value", "boolean", "NULL", "false"),
        value("near doubles", "double precision", "0.1", "0.1004"),
        value("small doubles", "double precision", "1e-9", "2e-9"),
        value("tiny doubles", "double precision", "1e-12", "2e-12"),
        value("neighbours among doubles", "double precision", "0.30000000000000004", "0.3"),
        value("huge doubles", "double precision", "1.0000000000000002e300", "1e300"),
        value("floats", "real", "0.1", "0.10000001"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void isFound(String name, String type, String one, String other) throws SQLException {
    plant("k bigint primary key, v " + type, "k bigint, v " + type);
    source("(1, " + one + "), (2, " + one + "), (3, " + other + ")");
    warehouse("(1, " + other + "), (2, " + one + "), (3, " + other + ")");

    Comparison found = compare(TableComparison::rows);
    assertThat(found.finding()).isEqualTo(Finding.DIFFERENT);
    assertThat(List.of(found.changed(), found.missing(), found.extra()))
        .containsExactly(1L, 0L, 0L);
    assertThat(found.differences())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.key()).extracting(Difference.Value::left).containsExactly("1");
              assertThat(row.columns()).containsExactly("v");
            });
    assertThat(compare(TableComparison::checksums).finding()).isEqualTo(Finding.DIFFERENT);
  }

  /** Name, type in the source, type in the warehouse, value there, value here. */
  static Stream<Arguments> equals() {
    return Stream.of(
        Arguments.of("scales", "numeric(10,2)", "numeric(20,4)", "1.50", "1.5000"),
        Arguments.of("an integer and a decimal", "integer", "numeric(20,4)", "100", "100"),
        Arguments.of("a free numeric", "numeric", "numeric(20,4)", "100.1", "100.1"),
        Arguments.of(
            "case of a uuid",
            "uuid",
            "varchar(36)",
            "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'",
            "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'"),
        Arguments.of("padding", "character(5)", "varchar(5)", "'ab'", "'ab'"),
        Arguments.of(
            "a day and midnight", "date", "timestamp", "'2026-02-28'", "'2026-02-28 00:00:00'"),
        Arguments.of(
            "an instant and UTC",
            "timestamp with time zone",
            "timestamp",
            "'2026-02-28 01:00:00+01'",
            "'2026-02-28 00:00:00'"),
        Arguments.of("text without a limit", "text", "varchar(300)", "'héllo'", "'héllo'"),
        Arguments.of("small and big integers", "smallint", "bigint", "-7", "-7"),
        Arguments.of("a decimal as double", "numeric(10,2)", "double precision", "0.25", "0.25"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("equals")
  void isNotFound(String name, String here, String there, String one, String same)
      throws SQLException {
    plant("k bigint primary key, v " + here, "k bigint, v " + there);
    source("(1, " + one + "), (2, NULL)");
    warehouse("(2, NULL), (1, " + same + ")");
    assertThat(compare(TableComparison::rows).finding()).isEqualTo(Finding.EQUAL);
  }

  @Test
  void findsAColumnShift() throws SQLException {
    plant(
        "k bigint primary key, a varchar(9), b varchar(9)", "k bigint, a varchar(9), b varchar(9)");
    source("(1, 'ab', 'c'), (2, NULL, '')");
    warehouse("(1, 'a', 'bc'), (2, '', NULL)");
    Comparison found = compare(TableComparison::rows);
    assertThat(found.changed()).isEqualTo(2);
    assertThat(found.columnCounts())
        .extracting(Comparison.ColumnCount::column)
        .containsExactly("a", "b");
  }

  @Test
  void findsASeparatorThatMovesBetweenColumns() throws SQLException {
    plant(
        "k bigint primary key, a varchar(9), b varchar(9)", "k bigint, a varchar(9), b varchar(9)");
    source("(1, 'x' || chr(31), 'y'), (2, 'x' || chr(31) || chr(31), 'y'), (3, chr(31), '')");
    warehouse("(1, 'x', chr(31) || 'y'), (2, 'x', chr(31) || chr(31) || 'y'), (3, '', chr(31))");
    assertThat(compare(TableComparison::rows).changed()).isEqualTo(3);
  }

  @Test
  void findsRowsAtBothEndsOfBigint() throws SQLException {
    plant("k bigint primary key, v varchar(9)", "k bigint, v varchar(9)");
    source(
        "(-9223372036854775808, 'a'), (7000000000000000001, 'b'), (9223372036854775807, 'c'), (0, 'd'), (-1, 'e')");
    warehouse(
        "(-9223372036854775808, 'x'), (7000000000000000002, 'b'), (9223372036854775807, 'y'), (0, 'd'), (-1, 'e')");
    Comparison found = compare(TableComparison::rows);
    assertThat(List.of(found.changed(), found.missing(), found.extra()))
        .containsExactly(2L, 1L, 1L);
    assertThat(found.differences())
        .extracting(row -> row.key().get(0).left() + "/" + row.key().get(0).right())
        .containsExactlyInAnyOrder(
            "-9223372036854775808/-9223372036854775808",
            "9223372036854775807/9223372036854775807",
            "7000000000000000001/null",
            "null/7000000000000000002");
  }

  @Test
  void findsDuplicatesWithAndWithoutAKey() throws SQLException {
    plant("v varchar(9)", "v varchar(9)");
    source("('a'), ('a'), ('b')");
    warehouse("('a'), ('b'), ('b')");
    Comparison found = compare(TableComparison::rows);
    assertThat(List.of(found.changed(), found.missing(), found.extra()))
        .containsExactly(0L, 1L, 1L);

    plant("k bigint primary key, v varchar(9)", "k bigint, v varchar(9)");
    source("(1, 'a'), (2, 'b')");
    warehouse("(1, 'a'), (1, 'a'), (2, 'b')");
    found = compare(TableComparison::rows);
    assertThat(List.of(found.changed(), found.missing(), found.extra()))
        .containsExactly(0L, 0L, 1L);
  }

  @Test
  void matchesRowsByCompositeKeysOfText() throws SQLException {
    plant("a varchar(9), b date, v int, primary key (a, b)", "a varchar(9), b date, v int");
    source(
        "('é', '2026-01-01', 1), ('É', '2026-01-01', 2), ('a', '2026-01-02', 3), ('Z', '2026-01-02', 4)");
    warehouse("('é', '2026-01-01', 1), ('É', '2026-01-01', 9), ('Z', '2026-01-02', 4)");
    Comparison found = compare(TableComparison::rows);
    assertThat(List.of(found.changed(), found.missing(), found.extra()))
        .containsExactly(1L, 1L, 0L);
    assertThat(found.differences())
        .filteredOn(row -> row.kind() == Difference.Kind.CHANGED)
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.key())
                    .extracting(Difference.Value::left)
                    .containsExactly("É", "2026-01-01"));
  }

  @Test
  void findsRowsWhoseKeyIsNull() throws SQLException {
    plant("k bigint primary key, v varchar(9)", "k bigint, v varchar(9)");
    source("(1, 'a')");
    warehouse("(1, 'a'), (NULL, 'b')");
    assertThat(compare(TableComparison::rows).extra()).isEqualTo(1);
  }

  @Test
  void findsFewRowsAmongManyAndNamesOnlyThose() throws SQLException {
    plant("k bigint primary key, v varchar(40)", "k bigint, v varchar(40)");
    databases.inSource(
        "INSERT INTO planted.t SELECT i * 7, 'value ' || i FROM generate_series(1, 20000) i");
    for (int from = 1; from <= 20_000; from += 1_000) {
      StringBuilder rows = new StringBuilder();
      for (int i = from; i < from + 1_000; i++) {
        if (i != 4_321) {
          rows.append(rows.isEmpty() ? "" : ", ");
          rows.append("(")
              .append(i * 7)
              .append(", 'value ")
              .append(i == 12_345 ? "x" : i)
              .append("')");
        }
      }
      warehouse(rows.toString());
    }
    Comparison found = compare(TableComparison::rows);
    assertThat(found.differences())
        .extracting(row -> row.kind() + " " + ReconciliationReport.key(row))
        .containsExactly("MISSING 30247", "CHANGED 86415");
    assertThat(found.moved()).as("only two of 200 buckets are read").isLessThan(40_000);
  }

  @Test
  void refusesWhatItCannotCompareByName() throws SQLException {
    plant("k bigint primary key, v int, w int, x int", "k bigint, v int");
    assertThatThrownBy(() -> compare(TableComparison::rows))
        .isInstanceOf(ComparisonException.class)
        .hasMessageContaining("planted.t lacks w, x");
    databases.inWarehouse("DROP TABLE planted.t");
    assertThatThrownBy(() -> compare(TableComparison::rows))
        .isInstanceOf(ComparisonException.class)
        .hasMessageContaining("planted.t does not exist in Redshift");
  }

  @Test
  void doesNotCallTablesEqualWhenOneSideCannotAnswer() throws SQLException {
    plant("k bigint primary key, v varchar(9)", "k bigint, v varchar(9)");
    source("(1, 'a')");
    databases.inSource("REVOKE SELECT ON planted.t FROM tributary_reader");
    assertThatThrownBy(() -> compare(TableComparison::counts)).isInstanceOf(RuntimeException.class);
  }

  private static Arguments value(String name, String type, String one, String other) {
    return Arguments.of(name, type, one, other);
  }

  private static Comparison compare(Function<TableComparison, Comparison> depth) {
    try (SourceConnection connection = databases.open()) {
      return depth.apply(
          TableComparison.open(
              new SourceSide(connection, TABLE),
              new WarehouseSide(databases.statements(), databases.warehouse(), TABLE),
              List.of(),
              Set.of(),
              new TableComparison.Settings(new ActivityWatcher(), Limits.usual())));
    }
  }

  private static void plant(String inSource, String inWarehouse) throws SQLException {
    databases.inSource(
        "DROP TABLE IF EXISTS planted.t",
        "CREATE TABLE planted.t (" + inSource + ")",
        "GRANT SELECT ON planted.t TO tributary_reader");
    databases.inWarehouse(
        "DROP TABLE IF EXISTS planted.t", "CREATE TABLE planted.t (" + inWarehouse + ")");
  }

  private static void source(String rows) throws SQLException {
    databases.inSource("INSERT INTO planted.t VALUES " + rows);
  }

  private static void warehouse(String rows) {
    databases.inWarehouse("INSERT INTO planted.t VALUES " + rows);
  }
}
