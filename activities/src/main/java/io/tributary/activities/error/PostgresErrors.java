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

import io.tributary.activities.error.TextRow.Quotes;
import io.tributary.workflows.error.ErrorCode;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * SQLSTATEs of PostgreSQL and of its driver: appendix "PostgreSQL Error Codes" of its manual. A row
 * for a whole class has two characters.
 */
public final class PostgresErrors {
  private static final String NO_STATE = "";

  /** Rows of five characters stand before those of their class. */
  static final List<StateRow> ROWS =
      List.of(
          new StateRow(
              "08001",
              SOURCE_UNREACHABLE,
              Quotes.NAMES,
              "Connection to 127.0.0.1:1 refused. Check that the hostname and port are correct and"
                  + " that the postmaster is accepting TCP/IP connections."),
          new StateRow(
              "08004",
              SOURCE_LOGIN_REFUSED,
              Quotes.NAMES,
              "The server requested SCRAM-based authentication, but no password was provided."),
          new StateRow(
              "08",
              SOURCE_CONNECTION_LOST,
              Quotes.NAMES,
              "An I/O error occurred while sending to the backend."),
          new StateRow(
              "28",
              SOURCE_LOGIN_REFUSED,
              Quotes.NAMES,
              "FATAL: password authentication failed for user \"tributary_reader\""),
          new StateRow(
              "3D000",
              SOURCE_OBJECT_MISSING,
              Quotes.NAMES,
              "FATAL: database \"tpch\" does not exist"),
          new StateRow(
              "3F000",
              SOURCE_OBJECT_MISSING,
              Quotes.NAMES,
              "ERROR: schema \"sales\" does not exist"),
          new StateRow(
              "42P01",
              SOURCE_OBJECT_MISSING,
              Quotes.NAMES,
              "ERROR: relation \"public.customer\" does not exist Position: 15"),
          new StateRow(
              "42703",
              SOURCE_OBJECT_MISSING,
              Quotes.NAMES,
              "ERROR: column \"c_phone\" does not exist Position: 8"),
          new StateRow(
              "42883",
              SOURCE_OBJECT_MISSING,
              Quotes.NAMES,
              "ERROR: function digest(text, unknown) does not exist"),
          new StateRow(
              "42501",
              SOURCE_PERMISSION_MISSING,
              Quotes.NAMES,
              "ERROR: permission denied for table customer"),
          new StateRow(
              "53300",
              SOURCE_BUSY,
              Quotes.NAMES,
              "FATAL: remaining connection slots are reserved for roles with the SUPERUSER"
                  + " attribute"),
          new StateRow("53", SOURCE_BUSY, Quotes.VALUES, "ERROR: out of memory"),
          new StateRow(
              "55P03", SOURCE_BUSY, Quotes.NAMES, "ERROR: canceling statement due to lock timeout"),
          new StateRow(
              "40",
              SOURCE_BUSY,
              Quotes.VALUES,
              "ERROR: could not serialize access due to concurrent update"),
          new StateRow(
              "57014",
              SOURCE_STATEMENT_TIMEOUT,
              Quotes.NAMES,
              "ERROR: canceling statement due to statement timeout"),
          new StateRow(
              "57P03",
              SOURCE_UNREACHABLE,
              Quotes.NAMES,
              "FATAL: the database system is starting up"),
          new StateRow(
              "57",
              SOURCE_CONNECTION_LOST,
              Quotes.NAMES,
              "FATAL: terminating connection due to administrator command"),
          new StateRow(
              "25P03",
              SOURCE_CONNECTION_LOST,
              Quotes.NAMES,
              "FATAL: terminating connection due to idle-in-transaction timeout"),
          new StateRow(
              "22",
              SOURCE_FAILED,
              Quotes.VALUES,
              "ERROR: invalid input syntax for type integer: \"x\""),
          new StateRow(
              "23",
              SOURCE_FAILED,
              Quotes.VALUES,
              "ERROR: duplicate key value violates unique constraint \"customer_pkey\" Detail: Key"
                  + " (c_custkey)=(1) already exists."));

  private PostgresErrors() {}

  /**
   * Says what an exception of the driver means.
   *
   * @return what may be told: without values of rows, which PostgreSQL puts into details
   */
  public static Diagnosis diagnose(SQLException exception) {
    String state = exception.getSQLState() == null ? NO_STATE : exception.getSQLState();
    String message = String.valueOf(exception.getMessage());
    if (tls(exception, state, message)) {
      return new Diagnosis(SOURCE_TLS_REFUSED, Redaction.keepNames(message));
    }
    for (StateRow row : ROWS) {
      if (state.startsWith(row.state())) {
        return new Diagnosis(row.code(), text(row.quotes(), message, state));
      }
    }
    return new Diagnosis(SOURCE_FAILED, text(Quotes.VALUES, message, state));
  }

  /** The driver gives 08006 or 08001 to every failure of TLS: the cause or the words tell. */
  private static boolean tls(SQLException exception, String state, String message) {
    for (Throwable at = exception; at != null; at = at.getCause()) {
      if (at instanceof SSLException || at instanceof CertificateException) {
        return true;
      }
    }
    boolean connecting = state.startsWith("08") || state.startsWith("28");
    return connecting && (message.contains("SSL") || message.contains("no encryption"));
  }

  private static String text(Quotes quotes, String message, String state) {
    String told =
        switch (quotes) {
          case NAMES -> Redaction.keepNames(message);
          case VALUES -> Redaction.strict(message);
        };
    return state.isEmpty() ? told : told + " (SQLSTATE " + state + ")";
  }

  /**
   * One SQLSTATE or class.
   *
   * @param state five characters, or two for the rest of a class
   * @param code what it means
   * @param quotes what stands in quotes
   * @param sample a message as it was seen
   */
  record StateRow(String state, ErrorCode code, Quotes quotes, String sample) {}
}
