package io.tributary.activities.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.workflows.error.ErrorCode;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Walks every row of every table of native errors. */
class NativeErrorsTest {
  private static final String CANARY = "CANARY-4711-secret";

  static Stream<TextRow> redshift() {
    return RedshiftErrors.ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("redshift")
  void mapsEverySampleOfRedshiftToItsRow(TextRow row) {
    assertThat(RedshiftErrors.diagnose(row.sample()).code()).isEqualTo(row.code());
    assertThat(row.matches(row.sample())).isTrue();
  }

  static Stream<PostgresErrors.StateRow> postgres() {
    return PostgresErrors.ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("postgres")
  void mapsEverySampleOfPostgresToItsRow(PostgresErrors.StateRow row) {
    String state = (row.state() + "000").substring(0, 5);
    assertThat(PostgresErrors.diagnose(new SQLException(row.sample(), state)).code())
        .isEqualTo(row.code());
  }

  @Test
  void listsNoSqlStateBehindItsClass() {
    Set<String> seen = new HashSet<>();
    for (PostgresErrors.StateRow row : PostgresErrors.ROWS) {
      assertThat(row.state()).matches("[0-9A-Z]{2}|[0-9A-Z]{5}");
      assertThat(seen).as("before " + row.state()).doesNotContain(row.state().substring(0, 2));
      seen.add(row.state());
    }
  }

  static Stream<SqlServerErrors.NumberRow> sqlServer() {
    return SqlServerErrors.ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("sqlServer")
  void mapsEverySampleOfSqlServerToItsRow(SqlServerErrors.NumberRow row) {
    Diagnosis diagnosis =
        SqlServerErrors.diagnose(new SQLException(row.sample(), "S0001", row.number()));
    assertThat(diagnosis.code()).isEqualTo(row.code());
    assertThat(diagnosis.text()).contains("(error " + row.number() + ")");
  }

  static Stream<AwsErrors.Row> aws() {
    return AwsErrors.ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("aws")
  void mapsEveryCodeOfAwsToItsRow(AwsErrors.Row row) {
    String service = row.service().isEmpty() ? "S3" : row.service();
    assertThat(AwsErrors.diagnose("op", aws(service, row.nativeCode(), row.status())).code())
        .isEqualTo(row.code());
  }

  @Test
  void readsUnknownAnswersOfAwsByTheirStatus() {
    assertThat(AwsErrors.diagnose("op", aws("S3", "Novel", 500)).code())
        .isEqualTo(ErrorCode.AWS_UNAVAILABLE);
    assertThat(AwsErrors.diagnose("op", aws("S3", "Novel", 403)).code())
        .isEqualTo(ErrorCode.ACCESS_DENIED);
    assertThat(AwsErrors.diagnose("op", aws("S3", "Novel", 400)).code())
        .isEqualTo(ErrorCode.AWS_REFUSED);
    assertThat(AwsErrors.diagnose("op", aws("S3", "Novel", 429)).code())
        .isEqualTo(ErrorCode.AWS_THROTTLED);
  }

  @Test
  void knowsTheServiceHoweverItsNameIsWritten() {
    AwsServiceException exception = aws("Redshift Data", "DatabaseConnectionException", 500);
    assertThat(AwsErrors.diagnose("op", exception).code())
        .isEqualTo(ErrorCode.WAREHOUSE_UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR: Value too long for character type\n  Detail: The value '%s' is too long",
        "ERROR: invalid input syntax for integer: \"%s\"",
        "ERROR: Invalid digit, Value '%s', Pos 0, Type: Integer",
        "ERROR: duplicate key value violates unique constraint \"k\" Detail: Key (a)=(%s) exists",
        "ERROR: relation \"x\" does not exist\n  Where: SELECT '%s'",
        "ERROR: something nobody has seen with '%s' and \"%s\" and (%s)",
        "ERROR: syntax error at or near \"%s\"",
        "ERROR: date/time field value out of range: \"%s\""
      })
  void tellsNoValueOfARow(String text) {
    String filled = text.replace("%s", CANARY);
    assertThat(RedshiftErrors.diagnose(filled).text()).doesNotContain("CANARY", "4711");
    assertThat(PostgresErrors.diagnose(new SQLException(filled, "22001")).text())
        .doesNotContain("CANARY", "4711");
    assertThat(SqlServerErrors.diagnose(new SQLException(filled, "S0001", 8152)).text())
        .doesNotContain("CANARY", "4711");
  }

  @Test
  void keepsTheNamesThatHelp() {
    assertThat(RedshiftErrors.diagnose("ERROR: relation \"mart.daily\" does not exist").text())
        .isEqualTo("ERROR: relation \"mart.daily\" does not exist");
  }

  @Test
  void callsAnUnknownTextFailedAndTellsItWithoutQuotes() {
    Diagnosis diagnosis = RedshiftErrors.diagnose("ERROR: the moon is 'full' today");
    assertThat(diagnosis)
        .isEqualTo(new Diagnosis(ErrorCode.STATEMENT_FAILED, "ERROR: the moon is … today"));
  }

  @Test
  void hasASampleOfEveryCodeThatAStatementCanGive() {
    Set<ErrorCode> given = new HashSet<>();
    RedshiftErrors.ROWS.forEach(row -> given.add(row.code()));
    assertThat(given)
        .containsAll(
            List.of(
                ErrorCode.STATEMENT_SYNTAX,
                ErrorCode.STATEMENT_UNSUPPORTED,
                ErrorCode.STATEMENT_IN_TRANSACTION,
                ErrorCode.STATEMENT_ABORTED,
                ErrorCode.STATEMENT_TIMEOUT,
                ErrorCode.SERIALIZATION_CONFLICT,
                ErrorCode.VIEW_UNREFRESHABLE,
                ErrorCode.WAREHOUSE_FULL));
  }

  private static AwsServiceException aws(String service, String code, int status) {
    return AwsServiceException.builder()
        .statusCode(status)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName(service)
                .errorCode(code)
                .errorMessage("no")
                .build())
        .build();
  }
}
