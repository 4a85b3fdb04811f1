package io.tributary.sandbox.redshift;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Errors of PostgreSQL in Redshift's words. */
public final class ErrorText {
  private ErrorText() {}

  /** Returns the text that the Data API shows as the statement's error. */
  public static String of(SQLException error) {
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    ServerErrorMessage server = error instanceof PSQLException e ? e.getServerErrorMessage() : null;
    return switch (state) {
      case "40001" ->
          "ERROR: 1023\n  Detail: Serializable isolation violation on table - 0, transactions"
              + " forming the cycle are: 0, 0 (pid:0)";
      case "22001", "23514" -> "ERROR: Value too long for character type";
      case "3D000", "28000" -> "FATAL: " + message(error, server);
      case "08001" ->
          "ERROR: "
              + message(error, server)
              + (server == null ? "" : "\n  Detail: " + server.getDetail());
      case "2BP01" ->
          "ERROR: "
              + message(error, server)
              + "\n  Hint: Use DROP ... CASCADE to drop the dependent objects too.";
      default -> "ERROR: " + message(error, server);
    };
  }

  /** Without detail, hint and position: details hold values, positions those of other text. */
  private static String message(
      SQLException error, @org.jspecify.annotations.Nullable ServerErrorMessage server) {
    String message = server == null ? error.getMessage() : server.getMessage();
    return message == null ? "unknown error" : message;
  }
}
