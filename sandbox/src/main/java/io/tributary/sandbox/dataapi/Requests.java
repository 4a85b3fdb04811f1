package io.tributary.sandbox.dataapi;

import io.tributary.sandbox.dataapi.Submission.Target;
import io.tributary.sandbox.redshift.dialect.Dialect;
import io.tributary.sandbox.redshift.dialect.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftdata.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.ExecutionMode;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.ValidationException;

/** Checks requests as the Data API does and reads them. */
final class Requests {
  private static final int MAX_SQL_BYTES = 100 * 1024;
  private static final int MAX_BATCH = 40;
  private static final int MAX_WAIT = 30;
  private static final int MAX_TOKEN = 64;

  private final Dialect dialect = new Dialect();

  Submission read(ExecuteStatementRequest request) {
    sessionless(request.sessionId(), request.sessionKeepAliveSeconds());
    exclusive(request.workgroupName(), request.clusterIdentifier());
    Submission submission =
        new Submission(
            List.of(required("sql", request.sql())),
            false,
            false,
            parameters(request.parameters()),
            request.statementName(),
            request.clientToken(),
            new Target(
                request.workgroupName(),
                required("database", request.database()),
                request.secretArn(),
                request.dbUser()),
            String.valueOf(request.resultFormatAsString()));
    check(submission);
    return submission;
  }

  Submission read(BatchExecuteStatementRequest request) {
    sessionless(request.sessionId(), request.sessionKeepAliveSeconds());
    exclusive(request.workgroupName(), request.clusterIdentifier());
    Submission submission =
        new Submission(
            List.copyOf(request.sqls()),
            true,
            request.executionMode() != ExecutionMode.AUTO_COMMIT,
            parameters(request.parameters()),
            request.statementName(),
            request.clientToken(),
            new Target(
                request.workgroupName(),
                required("database", request.database()),
                request.secretArn(),
                request.dbUser()),
            String.valueOf(request.resultFormatAsString()));
    check(submission);
    return submission;
  }

  /** Seconds to wait, 0 where the caller does not wait. */
  static int wait(@Nullable Integer seconds) {
    if (seconds == null) {
      return 0;
    }
    if (seconds < 1 || seconds > MAX_WAIT) {
      throw invalid("WaitTimeSeconds must be between 1 and " + MAX_WAIT);
    }
    return seconds;
  }

  static ValidationException invalid(String message) {
    return ValidationException.builder().message(message).build();
  }

  private void check(Submission submission) {
    if (submission.sqls().isEmpty() || submission.sqls().size() > MAX_BATCH) {
      throw invalid("Sqls must have between 1 and " + MAX_BATCH + " items");
    }
    if (submission.token() != null
        && (submission.token().isEmpty() || submission.token().length() > MAX_TOKEN)) {
      throw invalid("ClientToken must have between 1 and " + MAX_TOKEN + " characters");
    }
    Set<String> used = new HashSet<>();
    for (String sql : submission.sqls()) {
      if (sql.getBytes(StandardCharsets.UTF_8).length > MAX_SQL_BYTES) {
        throw invalid("Cannot execute query, the query text exceeds the limit of 100 KB");
      }
      used.addAll(read(sql));
    }
    if (!used.equals(submission.parameters().keySet())) {
      throw invalid("Parameters list contains unused or undefined parameters");
    }
  }

  /** Names of the parameters; text that cannot be read fails later, as a statement. */
  private Set<String> read(String sql) {
    try {
      if (dialect.isSeveral(sql)) {
        throw invalid("Multiple SQL statements are not allowed. Use BatchExecuteStatement.");
      }
      return dialect.parameters(sql);
    } catch (Refusal e) {
      return Set.of();
    }
  }

  private static Map<String, String> parameters(List<SqlParameter> parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (SqlParameter parameter : parameters) {
      if (!parameter.name().matches("[0-9a-zA-Z_]+")) {
        throw invalid("Parameter names are made of letters, digits and underscores");
      }
      if (parameter.value().isEmpty()) {
        throw invalid("Parameter values must not be empty");
      }
      values.put(parameter.name(), parameter.value());
    }
    return values;
  }

  private static String required(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw invalid("Missing required parameter: " + name);
    }
    return value;
  }

  private static void exclusive(@Nullable String workgroup, @Nullable String cluster) {
    if ((workgroup == null) == (cluster == null)) {
      throw invalid("Exactly one of ClusterIdentifier and WorkgroupName must be given");
    }
  }

  private static void sessionless(@Nullable String session, @Nullable Integer keepAlive) {
    if (session != null || keepAlive != null) {
      throw invalid("Sessions are not played by the sandbox");
    }
  }
}
