package io.tributary.activities.error;

import static io.tributary.activities.error.TextRow.Quotes.NAMES;
import static io.tributary.activities.error.TextRow.Quotes.VALUES;
import static io.tributary.activities.error.TextRow.row;
import static io.tributary.workflows.error.ErrorCode.OBJECT_EXISTS;
import static io.tributary.workflows.error.ErrorCode.OBJECT_MISSING;
import static io.tributary.workflows.error.ErrorCode.PERMISSION_MISSING;
import static io.tributary.workflows.error.ErrorCode.RESULT_TOO_LARGE;
import static io.tributary.workflows.error.ErrorCode.SERIALIZATION_CONFLICT;
import static io.tributary.workflows.error.ErrorCode.SOURCE_LOGIN_REFUSED;
import static io.tributary.workflows.error.ErrorCode.SOURCE_UNREACHABLE;
import static io.tributary.workflows.error.ErrorCode.STATEMENT_ABORTED;
import static io.tributary.workflows.error.ErrorCode.STATEMENT_FAILED;
import static io.tributary.workflows.error.ErrorCode.STATEMENT_IN_TRANSACTION;
import static io.tributary.workflows.error.ErrorCode.STATEMENT_SYNTAX;
import static io.tributary.workflows.error.ErrorCode.STATEMENT_TIMEOUT;
import static io.tributary.workflows.error.ErrorCode.STATEMENT_UNSUPPORTED;
import static io.tributary.workflows.error.ErrorCode.VALUE_TOO_LONG;
import static io.tributary.workflows.error.ErrorCode.VALUE_UNFIT;
import static io.tributary.workflows.error.ErrorCode.VIEW_UNREFRESHABLE;
import static io.tributary.workflows.error.ErrorCode.WAREHOUSE_FULL;
import static io.tributary.workflows.error.ErrorCode.WAREHOUSE_MISSING;
import static io.tributary.workflows.error.ErrorCode.WAREHOUSE_UNREACHABLE;

import io.tributary.workflows.error.ErrorCode;
import java.util.List;

/**
 * The texts of failed statements. The Data API answers a failed statement with HTTP 200, the status
 * FAILED and a text without SQLSTATE, so that the text is all there is. The first row that matches
 * decides: special ones stand before general ones.
 */
public final class RedshiftErrors {
  static final List<TextRow> ROWS =
      List.of(
          // c_serial_isolation of the developer guide; aws/aws-sdk-pandas issue 665.
          row(
              SERIALIZATION_CONFLICT,
              "serializable isolation violation|\\b1023\\b|could not serialize access"
                  + "|conflict with concurrent transaction|concurrent(ly)? (update|delete)",
              VALUES,
              "ERROR: 1023 Detail: Serializable isolation violation on table - 119371, transactions"
                  + " forming the cycle are: 1745830, 1745762 (pid:15021)"),
          row(
              SERIALIZATION_CONFLICT,
              "deadlock detected",
              VALUES,
              "ERROR: deadlock detected Detail: Process 9170 waits for AccessExclusiveLock"),
          row(
              STATEMENT_IN_TRANSACTION,
              "cannot (be executed|run|be run) (inside|from|within) a (transaction|multi)",
              NAMES,
              "ERROR: REFRESH MATERIALIZED VIEW cannot run inside a transaction block"),
          row(
              VIEW_UNREFRESHABLE,
              "materialized view .*(cannot be refreshed|could not be refreshed|is unrefreshable"
                  + "|unrefreshable)|cannot refresh materialized view",
              NAMES,
              "ERROR: Materialized view mart.nation_mottos could not be refreshed as a base table"
                  + " changed physically: column n_motto was dropped"),
          row(
              VALUE_TOO_LONG,
              "value too long for (character )?type|string length exceeds ddl length"
                  + "|char length exceeds ddl length",
              VALUES,
              "ERROR: Value too long for character type Detail: The value 'Müller' is longer than"
                  + " VARCHAR(6)"),
          row(
              VALUE_UNFIT,
              "invalid input syntax|numeric (data )?overflow|numeric field overflow"
                  + "|out of range|invalid digit|cannot insert a null value"
                  + "|null value in column|invalid (date|timestamp|character|value)"
                  + "|division by zero|divide by zero|missing data for not-null field",
              VALUES,
              "ERROR: Invalid digit, Value 'x', Pos 0, Type: Integer"),
          row(
              OBJECT_MISSING,
              "\\b(relation|table|column|schema|view|function|type|role|user|group|constraint)\\b"
                  + ".* (does not exist|not found)|no such (table|column|schema)",
              NAMES,
              "ERROR: relation \"mart.daily_sales\" does not exist"),
          row(
              WAREHOUSE_MISSING,
              "database .* does not exist",
              NAMES,
              "FATAL: database \"dve\" does not exist"),
          row(
              OBJECT_EXISTS,
              "already exists",
              NAMES,
              "ERROR: relation \"region_facts\" already exists"),
          row(
              PERMISSION_MISSING,
              "permission denied|must be (owner|superuser|member)|not (the )?owner"
                  + "|insufficient privilege|is not authorized to",
              NAMES,
              "ERROR: permission denied for schema mart"),
          row(
              STATEMENT_UNSUPPORTED,
              "not supported|unsupported|is not allowed|not yet implemented"
                  + "|cannot (create|define) .*materialized view",
              NAMES,
              "ERROR: Auto-refresh is not supported for materialized views defined on other"
                  + " materialized views."),
          row(
              STATEMENT_SYNTAX,
              "syntax error|unterminated quoted|must appear in the group by clause"
                  + "|is ambiguous|operator does not exist",
              VALUES,
              "ERROR: syntax error at or near \"REFERSH\" Position: 1"),
          row(
              STATEMENT_TIMEOUT,
              "statement timeout|maximum query time|max_query_execution_time"
                  + "|query execution time|statement_timeout",
              VALUES,
              "ERROR: Query (25817) cancelled on user's request due to statement timeout"),
          row(
              STATEMENT_ABORTED,
              "cancel(l)?ed (on user'?s request|due to user request|by)"
                  + "|canceling statement due to user|query (was )?(aborted|cancel(l)?ed)",
              VALUES,
              "ERROR: Query (150) cancelled on user's request"),
          row(
              WAREHOUSE_FULL,
              "disk full|no space left|out of memory|not enough memory|insufficient memory",
              VALUES,
              "ERROR: Disk Full Detail: error: Disk Full code: 1016 context: node: 0"),
          // data-api-troubleshooting of the management guide.
          row(
              RESULT_TOO_LARGE,
              "result (set )?(is )?(too large|exceeds|size)|packet for query is too large"
                  + "|exceeds? the (maximum|limit)",
              VALUES,
              "ERROR: Query result set exceeds the maximum size of 500 MB"),
          row(
              SOURCE_LOGIN_REFUSED,
              "password authentication failed|access denied for user|no pg_hba.conf entry",
              NAMES,
              "ERROR: could not connect to server \"aurora\": FATAL: password authentication failed"
                  + " for user \"tributary_reader\""),
          row(
              SOURCE_UNREACHABLE,
              "could not connect to server|timeout expired.*remote|failed to connect to remote"
                  + "|could not translate host",
              NAMES,
              "ERROR: could not connect to server: Connection refused Is the server running on host"
                  + " \"aurora.example\" and accepting TCP/IP connections on port 5432?"),
          row(
              WAREHOUSE_UNREACHABLE,
              "connection (is )?(closed|reset|refused|lost|terminated)"
                  + "|terminating connection|server closed the connection"
                  + "|cannot connect to (the )?(database|cluster)|leader node",
              VALUES,
              "FATAL: terminating connection due to administrator command"));

  private RedshiftErrors() {}

  /**
   * Says what the text of a failed statement means.
   *
   * @param error the Data API's text, may hold values of rows
   * @return the first row that fits; {@link ErrorCode#STATEMENT_FAILED} if none does
   */
  public static Diagnosis diagnose(String error) {
    for (TextRow row : ROWS) {
      if (row.matches(error)) {
        return row.diagnose(error);
      }
    }
    return new Diagnosis(STATEMENT_FAILED, Redaction.strict(error));
  }
}
