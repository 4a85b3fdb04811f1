package io.tributary.activities.error;

import static io.tributary.workflows.error.ErrorCode.SOURCE_BUSY;
import static io.tributary.workflows.error.ErrorCode.SOURCE_CONNECTION_LOST;
import static io.tributary.workflows.error.ErrorCode.SOURCE_FAILED;
import static io.tributary.workflows.error.ErrorCode.SOURCE_LOGIN_REFUSED;
import static io.tributary.workflows.error.ErrorCode.SOURCE_OBJECT_MISSING;
import static io.tributary.workflows.error.ErrorCode.SOURCE_PERMISSION_MISSING;
import static io.tributary.workflows.error.ErrorCode.SOURCE_STATEMENT_TIMEOUT;
import static io.tributary.workflows.error.ErrorCode.SOURCE_TLS_REFUSED;
import static io.tributary.workflows.error.ErrorCode.SOURCE_UNREACHABLE;

import io.tributary.workflows.error.ErrorCode;
import java.sql.SQLException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What exceptions of a PostgreSQL source mean, by SQLSTATE: appendix A, "PostgreSQL Error Codes",
 * of its documentation. A prefix of two characters is a class; the first row that fits decides.
 */
public final class PostgresErrors {
  static final List<Row> ROWS =
      List.of(
          new Row("28000", SOURCE_LOGIN_REFUSED, "no pg_hba.conf entry for host \"10.0.0.9\""),
          new Row("28P01", SOURCE_LOGIN_REFUSED, "password authentication failed for user \"r\""),
          new Row("3D000", SOURCE_OBJECT_MISSING, "database \"tpcx\" does not exist"),
          new Row("3F000", SOURCE_OBJECT_MISSING, "schema \"sales\" does not exist"),
          new Row("42P01", SOURCE_OBJECT_MISSING, "relation \"public.orders\" does not exist"),
          new Row("42703", SOURCE_OBJECT_MISSING, "column \"o_note\" does not exist"),
          new Row("42501", SOURCE_PERMISSION_MISSING, "permission denied for table orders"),
          new Row(
              "57014", SOURCE_STATEMENT_TIMEOUT, "canceling statement due to statement timeout"),
          new Row("55P03", SOURCE_BUSY, "canceling statement due to lock timeout"),
          new Row("53300", SOURCE_BUSY, "remaining connection slots are reserved"),
          new Row("40001", SOURCE_BUSY, "canceling statement due to conflict with recovery"),
          new Row("57P03", SOURCE_UNREACHABLE, "the database system is starting up"),
          new Row("57P01", SOURCE_CONNECTION_LOST, "terminating connection due to administrator"),
          new Row("57P02", SOURCE_CONNECTION_LOST, "terminating connection because of crash"),
          new Row("57P05", SOURCE_CONNECTION_LOST, "terminating connection due to idle-session"),
          new Row("25P03", SOURCE_CONNECTION_LOST, "idle-in-transaction timeout"),
          new Row("08001", SOURCE_UNREACHABLE, "Connection to 10.0.0.9:5432 refused."),
          new Row("08004", SOURCE_LOGIN_REFUSED, "The server requested SCRAM-based authentication"),
          new Row(
              "08", SOURCE_CONNECTION_LOST, "An I/O error occurred while sending to the backend."),
          new Row("53", SOURCE_FAILED, "could not resize shared memory segment"));

  private PostgresErrors() {}

  /**
   * Says what an exception of the driver means. The text holds names that stand in double quotes
   * and the SQLSTATE, and nothing of rows.
   */
  public static Diagnosis diagnose(SQLException exception) {
    String state = exception.getSQLState();
    String text = Redaction.keepNames(String.valueOf(exception.getMessage()));
    return new Diagnosis(code(exception, state), text + " (SQLSTATE " + state + ")");
  }

  private static ErrorCode code(SQLException exception, @Nullable String state) {
    if (insecure(exception)) {
      return SOURCE_TLS_REFUSED;
    }
    for (Row row : ROWS) {
      if (state != null && state.startsWith(row.state())) {
        return row.code();
      }
    }
    return SOURCE_FAILED;
  }

  /** The driver has no SQLSTATE of its own for TLS: it gives 08006, like a lost connection. */
  private static boolean insecure(SQLException exception) {
    for (Throwable at = exception.getCause(); at != null; at = at.getCause()) {
      if (at instanceof SSLException || at instanceof java.security.cert.CertificateException) {
        return true;
      }
    }
    String message = String.valueOf(exception.getMessage());
    return message.contains("The server does not support SSL")
        || message.contains("could not be verified by hostnameverifier")
        || message.contains("Could not open SSL root certificate file");
  }

  /**
   * One SQLSTATE.
   *
   * @param state five characters, or the two of a class
   * @param code what it means
   * @param sample a message as it was seen
   */
  record Row(String state, ErrorCode code, String sample) {}
}
