package io.tributary.activities.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.CancelStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.CancelStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultRequest;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultResponse;
import software.amazon.awssdk.services.redshiftdata.model.ListStatementsRequest;
import software.amazon.awssdk.services.redshiftdata.model.ListStatementsResponse;
import software.amazon.awssdk.services.redshiftdata.model.RedshiftDataException;
import software.amazon.awssdk.services.redshiftdata.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshiftdata.model.StatementData;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** A Data API in memory that loses answers and fails on demand. Safe for threads. */
final class FakeDataApi implements RedshiftDataClient {
  /** Every call, as {@code operation detail}. */
  final List<String> calls = new ArrayList<>();

  final Map<String, Statement> byToken = new LinkedHashMap<>();
  private final Map<String, List<RuntimeException>> failures = new LinkedHashMap<>();
  private int loseAnswers;
  StatusString statusOfNew = StatusString.FINISHED;
  String errorOfNew = "";
  Predicate<DescribeStatementRequest> held = request -> false;

  /** One statement. */
  static final class Statement {
    final String id;
    final String name;
    volatile StatusString status;
    volatile String error;

    Statement(String id, String name, StatusString status, String error) {
      this.id = id;
      this.name = name;
      this.status = status;
      this.error = error;
    }
  }

  /** The next calls take effect and their answers are lost. */
  synchronized void loseAnswers(int times) {
    loseAnswers = times;
  }

  /** The next call of an operation fails. */
  synchronized void fail(String operation, RuntimeException failure) {
    failures.computeIfAbsent(operation, name -> new ArrayList<>()).add(failure);
  }

  static RuntimeException answer(String code, String message) {
    return RedshiftDataException.builder()
        .statusCode(400)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName("RedshiftData")
                .errorCode(code)
                .errorMessage(message)
                .build())
        .build();
  }

  synchronized long count(String operation) {
    return calls.stream().filter(call -> call.startsWith(operation + " ")).count();
  }

  private synchronized void called(String operation, @Nullable String detail) {
    calls.add(operation + " " + detail);
    List<RuntimeException> due = failures.getOrDefault(operation, new ArrayList<>());
    if (!due.isEmpty()) {
      throw due.removeFirst();
    }
  }

  private synchronized Statement accept(String token, String name) {
    Statement statement =
        byToken.computeIfAbsent(
            token,
            unknown -> new Statement("id-" + (byToken.size() + 1), name, statusOfNew, errorOfNew));
    if (loseAnswers > 0) {
      loseAnswers--;
      throw SdkClientException.create("the connection was closed", new java.io.EOFException());
    }
    return statement;
  }

  private synchronized Statement find(String id) {
    return byToken.values().stream()
        .filter(statement -> statement.id.equals(id))
        .findFirst()
        .orElseThrow(
            () -> ResourceNotFoundException.builder().message("not found").statusCode(400).build());
  }

  @Override
  public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
    called("execute", request.statementName());
    Statement statement = accept(request.clientToken(), request.statementName());
    return ExecuteStatementResponse.builder().id(statement.id).build();
  }

  @Override
  public BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request) {
    called("batch", request.statementName());
    Statement statement = accept(request.clientToken(), request.statementName());
    return BatchExecuteStatementResponse.builder().id(statement.id).build();
  }

  @Override
  public DescribeStatementResponse describeStatement(DescribeStatementRequest request) {
    called("describe", request.id() + " wait " + request.waitTimeSeconds());
    Statement statement = find(request.id());
    try {
      while (held.test(request) && statement.status == StatusString.STARTED) {
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      throw SdkClientException.create("interrupted", e);
    }
    return DescribeStatementResponse.builder()
        .id(statement.id)
        .status(statement.status)
        .error(statement.error)
        .duration(5_000_000L)
        .hasResultSet(false)
        .createdAt(Instant.EPOCH)
        .updatedAt(Instant.EPOCH.plusSeconds(1))
        .build();
  }

  @Override
  public ListStatementsResponse listStatements(ListStatementsRequest request) {
    called("list", request.statementName() + " " + request.statusAsString());
    synchronized (this) {
      return ListStatementsResponse.builder()
          .statements(
              byToken.values().stream()
                  .filter(one -> one.name.startsWith(request.statementName()))
                  .map(
                      one ->
                          StatementData.builder()
                              .id(one.id)
                              .statementName(one.name)
                              .status(one.status)
                              .createdAt(Instant.EPOCH)
                              .build())
                  .toList())
          .build();
    }
  }

  @Override
  public GetStatementResultResponse getStatementResult(GetStatementResultRequest request) {
    called("result", request.id());
    return GetStatementResultResponse.builder().records(List.of()).build();
  }

  @Override
  public CancelStatementResponse cancelStatement(CancelStatementRequest request) {
    called("cancel", request.id());
    find(request.id()).status = StatusString.ABORTED;
    return CancelStatementResponse.builder().status(true).build();
  }

  @Override
  public String serviceName() {
    return "redshift-data";
  }

  @Override
  public void close() {}
}
