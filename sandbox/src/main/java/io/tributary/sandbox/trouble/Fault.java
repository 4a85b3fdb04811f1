package io.tributary.sandbox.trouble;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An injected fault: which calls or statements it meets, and what it does to them.
 *
 * @param service signing name of the service, such as {@code redshift-data}
 * @param operation operation as on the wire, such as {@code ExecuteStatement}; null meets all
 * @param sql pattern that must be found in the SQL text; null meets all
 * @param kind what it does
 * @param duration how long, in the sandbox's time; used by {@link FaultKind#SLOW}
 * @param times how often it happens before it is used up
 * @param probability chance, from 0 to 1, that it happens to a call it meets
 * @param message text of the error
 */
public record Fault(
    String service,
    @Nullable String operation,
    @Nullable Pattern sql,
    FaultKind kind,
    Duration duration,
    int times,
    double probability,
    String message) {

  boolean actsOnStatements() {
    return switch (kind) {
      case SLOW, SQL_ERROR -> true;
      case HOLD -> operation == null && sql != null;
      case THROTTLE, ERROR, LOST_ANSWER -> false;
    };
  }

  boolean meets(String calledService, String calledOperation, String text) {
    return service.equals(calledService)
        && (operation == null || operation.equals(calledOperation))
        && meets(text);
  }

  boolean meets(String text) {
    return sql == null || sql.matcher(text).find();
  }
}
