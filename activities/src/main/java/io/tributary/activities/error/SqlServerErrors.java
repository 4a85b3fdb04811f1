package io.tributary.activities.error;

import static io.tributary.workflows.error.ErrorCode.SOURCE_BUSY;
import static io.tributary.workflows.error.ErrorCode.SOURCE_CONNECTION_LOST;
import static io.tributary.workflows.error.ErrorCode.SOURCE_FAILED;
import static io.tributary.workflows.error.ErrorCode.SOURCE_LOGIN_REFUSED;
import static io.tributary.workflows.error.ErrorCode.SOURCE_OBJECT_MISSING;
import static io.tributary.workflows.error.ErrorCode.SOURCE_PERMISSION_MISSING;
import static io.tributary.workflows.error.ErrorCode.SOURCE_UNREACHABLE;

import io.tributary.workflows.error.ErrorCode;
import java.sql.SQLException;
import java.util.List;

/**
 * Error numbers of SQL Server: {@code sys.messages}, "Database Engine events and errors" of its
 * manual. The driver's own failures have number 0 and a SQLSTATE of class 08.
 */
public final class SqlServerErrors {
  static final List<NumberRow> ROWS =
      List.of(
          new NumberRow(18456, SOURCE_LOGIN_REFUSED, "Login failed for user 'tributary_reader'."),
          new NumberRow(
              18486,
              SOURCE_LOGIN_REFUSED,
              "Login failed for user 'tributary_reader' because the account is currently locked"
                  + " out."),
          new NumberRow(
              18487,
              SOURCE_LOGIN_REFUSED,
              "Login failed for user 'tributary_reader'. Reason: The password of the account has"
                  + " expired."),
          new NumberRow(
              4060,
              SOURCE_LOGIN_REFUSED,
              "Cannot open database \"analytics\" requested by the login. The login failed."),
          new NumberRow(208, SOURCE_OBJECT_MISSING, "Invalid object name 'dbo.orders'."),
          new NumberRow(207, SOURCE_OBJECT_MISSING, "Invalid column name 'c_phone'."),
          new NumberRow(911, SOURCE_OBJECT_MISSING, "Database 'tpch' does not exist."),
          new NumberRow(
              229,
              SOURCE_PERMISSION_MISSING,
              "The SELECT permission was denied on the object 'orders', database 'tpch', schema"
                  + " 'dbo'."),
          new NumberRow(
              230,
              SOURCE_PERMISSION_MISSING,
              "The SELECT permission was denied on the column 'c_phone' of the object 'customer'."),
          new NumberRow(
              300,
              SOURCE_PERMISSION_MISSING,
              "VIEW SERVER STATE permission was denied on object 'server', database 'master'."),
          new NumberRow(
              1205,
              SOURCE_BUSY,
              "Transaction (Process ID 52) was deadlocked on lock resources with another process and"
                  + " has been chosen as the deadlock victim. Rerun the transaction."),
          new NumberRow(1222, SOURCE_BUSY, "Lock request time out period exceeded."),
          new NumberRow(
              3960, SOURCE_BUSY, "Snapshot isolation transaction aborted due to update conflict."),
          new NumberRow(
              701, SOURCE_BUSY, "There is insufficient system memory in resource pool 'default'."),
          new NumberRow(
              976,
              SOURCE_UNREACHABLE,
              "The target database, 'analytics', is participating in an availability group and is"
                  + " currently not accessible for queries."),
          new NumberRow(6005, SOURCE_CONNECTION_LOST, "SHUTDOWN is in progress."),
          new NumberRow(
              22117,
              SOURCE_FAILED,
              "For databases that are members of a secondary availability replica, change tracking"
                  + " is not supported."),
          new NumberRow(102, SOURCE_FAILED, "Incorrect syntax near 'FORM'."));

  private SqlServerErrors() {}

  /**
   * Says what an exception of the driver means.
   *
   * @return what may be told: the number and the text without anything in quotes, which may hold
   *     values
   */
  public static Diagnosis diagnose(SQLException exception) {
    String message = String.valueOf(exception.getMessage());
    int number = exception.getErrorCode();
    for (NumberRow row : ROWS) {
      if (row.number() == number) {
        return new Diagnosis(row.code(), Redaction.strict(message) + " (error " + number + ")");
      }
    }
    String state = exception.getSQLState() == null ? "" : exception.getSQLState();
    if (state.equals("08S01") || state.equals("08006")) {
      return new Diagnosis(SOURCE_CONNECTION_LOST, Redaction.strict(message));
    }
    if (state.startsWith("08")) {
      return new Diagnosis(SOURCE_UNREACHABLE, Redaction.strict(message));
    }
    return new Diagnosis(SOURCE_FAILED, Redaction.strict(message) + " (error " + number + ")");
  }

  /**
   * One error number.
   *
   * @param number as in {@code sys.messages}
   * @param code what it means
   * @param sample a message as it was seen
   */
  record NumberRow(int number, ErrorCode code, String sample) {}
}
