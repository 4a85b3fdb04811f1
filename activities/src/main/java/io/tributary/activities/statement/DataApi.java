package io.tributary.activities.statement;

import io.temporal.failure.ApplicationFailure;
import io.tributary.activities.error.AwsErrors;
import io.tributary.workflows.environment.WarehouseKind;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultResponse;
import software.amazon.awssdk.services.redshiftdata.model.ListStatementsRequest;
import software.amazon.awssdk.services.redshiftdata.model.ListStatementsResponse;
import software.amazon.awssdk.services.redshiftdata.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshiftdata.model.StatementData;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * The calls of the Redshift Data API that Tributary makes, below their quotas, with failures of the
 * type of an {@link ErrorCode}. One object serves a whole process, because the quotas do.
 */
public final class DataApi {
  private final RedshiftDataClient client;
  private final StatementPolicy policy;
  private final InstantSource clock;
  private final Pause pause;
  private final Pace submits;
  private final Pace describes;
  private final Pace results;
  private final Pace others;

  /** Makes it; no call is made. */
  public DataApi(RedshiftDataClient client, StatementPolicy policy, InstantSource clock) {
    this(client, policy, clock, Pause.real());
  }

  DataApi(RedshiftDataClient client, StatementPolicy policy, InstantSource clock, Pause pause) {
    this.client = client;
    this.policy = policy;
    this.clock = clock;
    this.pause = pause;
    this.submits = new Pace(policy.submitsPerSecond(), System::nanoTime, pause);
    this.describes = new Pace(policy.describesPerSecond(), System::nanoTime, pause);
    this.results = new Pace(policy.resultsPerSecond(), System::nanoTime, pause);
    this.others = new Pace(policy.othersPerSecond(), System::nanoTime, pause);
  }

  /** Lets time pass inside an activity, heartbeating; an interrupt ends it with a failure. */
  public void rest(Duration time) {
    pause.of(time);
    Pulse.here().beat("");
  }

  StatementPolicy policy() {
    return policy;
  }

  InstantSource clock() {
    return clock;
  }

  Pause pause() {
    return pause;
  }

  /** Hands over one statement, or several as one transaction; returns the id. */
  String submit(WarehouseRef warehouse, StatementIdentity identity, List<String> sqls) {
    submits.take();
    return sqls.size() == 1
        ? execute(warehouse, identity, sqls.getFirst())
        : batch(warehouse, identity, sqls);
  }

  private String execute(WarehouseRef warehouse, StatementIdentity identity, String sql) {
    ExecuteStatementRequest.Builder request =
        ExecuteStatementRequest.builder()
            .database(warehouse.database())
            .secretArn(warehouse.secretArn())
            .sql(sql)
            .statementName(identity.name())
            .clientToken(identity.token());
    if (warehouse.kind() == WarehouseKind.SERVERLESS) {
      request.workgroupName(warehouse.name());
    } else {
      request.clusterIdentifier(warehouse.name());
    }
    return call("ExecuteStatement", () -> client.executeStatement(request.build()).id());
  }

  private String batch(WarehouseRef warehouse, StatementIdentity identity, List<String> sqls) {
    BatchExecuteStatementRequest.Builder request =
        BatchExecuteStatementRequest.builder()
            .database(warehouse.database())
            .secretArn(warehouse.secretArn())
            .sqls(sqls)
            .statementName(identity.name())
            .clientToken(identity.token());
    if (warehouse.kind() == WarehouseKind.SERVERLESS) {
      request.workgroupName(warehouse.name());
    } else {
      request.clusterIdentifier(warehouse.name());
    }
    return call("BatchExecuteStatement", () -> client.batchExecuteStatement(request.build()).id());
  }

  /** Finds the statements of the last 24 hours whose name begins so, in whatever state. */
  List<StatementData> find(String namePrefix) {
    List<StatementData> found = new ArrayList<>();
    String next = null;
    do {
      ListStatementsResponse page = list(namePrefix, next);
      found.addAll(page.statements());
      next = page.nextToken();
    } while (next != null && !next.isEmpty());
    return found;
  }

  private ListStatementsResponse list(String namePrefix, @Nullable String next) {
    others.take();
    return call(
        "ListStatements",
        () ->
            client.listStatements(
                ListStatementsRequest.builder()
                    .statementName(namePrefix)
                    // Without it only finished statements are listed.
                    .status(StatusString.ALL)
                    .nextToken(next)
                    .build()));
  }

  /**
   * Asks for the state of a statement.
   *
   * @param waitSeconds how long the service shall hold the call until the statement ends; null for
   *     an answer at once
   * @throws ApplicationFailure {@code STATEMENT_EXPIRED} when the Data API no longer knows it
   */
  DescribeStatementResponse describe(String id, @Nullable Integer waitSeconds) {
    describes.take();
    return known(
        "DescribeStatement",
        id,
        () ->
            client.describeStatement(
                DescribeStatementRequest.builder().id(id).waitTimeSeconds(waitSeconds).build()));
  }

  /** Reads one page of a result. */
  GetStatementResultResponse result(String id, @Nullable String next) {
    results.take();
    return known(
        "GetStatementResult",
        id,
        () -> client.getStatementResult(request -> request.id(id).nextToken(next)));
  }

  /** Cancels a statement; one that has ended already is not an error. */
  void cancel(String id) {
    others.take();
    try {
      call("CancelStatement", () -> client.cancelStatement(request -> request.id(id)));
    } catch (ApplicationFailure failure) {
      if (Failures.code(failure).orElse(ErrorCode.INTERNAL) != ErrorCode.AWS_REFUSED
          && Failures.code(failure).orElse(ErrorCode.INTERNAL) != ErrorCode.WAREHOUSE_MISSING) {
        throw failure;
      }
      // ValidationException: it has ended; ResourceNotFoundException: it is forgotten.
    }
  }

  private <T> T known(String operation, String id, Supplier<T> call) {
    return call(
        operation,
        () -> {
          try {
            return call.get();
          } catch (ResourceNotFoundException forgotten) {
            throw Failures.of(
                ErrorCode.STATEMENT_EXPIRED,
                "the Data API does not know the statement " + id + " (it keeps them for 24 hours)");
          }
        });
  }

  private static <T> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw AwsErrors.diagnose("redshift-data:" + operation, e).failure("Data API");
    }
  }
}
