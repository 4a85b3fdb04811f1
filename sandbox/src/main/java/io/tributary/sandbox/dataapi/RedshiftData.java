package io.tributary.sandbox.dataapi;

import io.tributary.sandbox.dataapi.Executions.Accepted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.ActiveStatementsExceededException;
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
import software.amazon.awssdk.services.redshiftdata.model.InternalServerException;
import software.amazon.awssdk.services.redshiftdata.model.ListStatementsRequest;
import software.amazon.awssdk.services.redshiftdata.model.ListStatementsResponse;
import software.amazon.awssdk.services.redshiftdata.model.ResourceNotFoundException;

/** The Redshift Data API of one account. */
final class RedshiftData implements RedshiftDataClient {
  private static final int MAX_ACTIVE = 500;
  private static final Pattern ID =
      Pattern.compile("([a-z0-9]{8}(?:-[a-z0-9]{4}){3}-[a-z0-9]{12})(?::(\\d+))?");

  private final Requests requests = new Requests();
  private final Parts parts;
  private final @Nullable String workgroup;

  /** What all accounts share. */
  record Parts(Executions executions, Runner runner, ResultFiles results) {}

  /**
   * @param workgroup the one workgroup of the account; null where it has none
   */
  RedshiftData(Parts parts, @Nullable String workgroup) {
    this.parts = parts;
    this.workgroup = workgroup;
  }

  @Override
  public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
    int wait = Requests.wait(request.waitTimeSeconds());
    return Answers.executed(await(accept(requests.read(request)), wait));
  }

  @Override
  public BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request) {
    int wait = Requests.wait(request.waitTimeSeconds());
    return Answers.batchExecuted(await(accept(requests.read(request)), wait));
  }

  private Execution accept(Submission submission) {
    if (workgroup == null || !workgroup.equals(submission.target().workgroup())) {
      throw Requests.invalid("Redshift endpoint doesn't exist in this region.");
    }
    if (parts.executions().active() >= MAX_ACTIVE) {
      throw ActiveStatementsExceededException.builder()
          .message("Active statements exceeded the allowed quota (" + MAX_ACTIVE + ").")
          .build();
    }
    Accepted accepted = parts.executions().accept(submission);
    if (accepted.isNew()) {
      parts.runner().start(accepted.execution());
    }
    return accepted.execution();
  }

  @Override
  public DescribeStatementResponse describeStatement(DescribeStatementRequest request) {
    int wait = Requests.wait(request.waitTimeSeconds());
    Place place = place(request.id());
    return Answers.described(await(place.execution(), wait), place.step());
  }

  @Override
  public GetStatementResultResponse getStatementResult(GetStatementResultRequest request) {
    int wait = Requests.wait(request.waitTimeSeconds());
    Place place = place(request.id());
    Execution execution = await(place.execution(), wait);
    int at = Math.max(place.step(), 0);
    boolean single = !execution.submission().batch() || place.step() >= 0;
    if (!single
        || !execution.steps().get(at).hasResultSet()
        || !execution.status().equals("FINISHED")) {
      throw missing(
          "Query does not have result. Please check query status with DescribeStatement.");
    }
    if (execution.submission().format().equals("CSV")) {
      throw Requests.invalid("The result is in CSV: use GetStatementResultV2");
    }
    try {
      String id = StepRunner.stepId(execution, at);
      return Answers.page(
          parts.results().read(id, start(request.nextToken())), execution.steps().get(at).rows());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long start(@Nullable String token) {
    if (token == null) {
      return 0;
    }
    if (!token.matches("page-\\d{1,15}")) {
      throw Requests.invalid("NextToken is not one that this operation gave");
    }
    return Long.parseLong(token.substring("page-".length()));
  }

  @Override
  public CancelStatementResponse cancelStatement(CancelStatementRequest request) {
    Execution execution = place(request.id()).execution();
    if (execution.ended()) {
      throw Requests.invalid(
          "Could not cancel a query that is already in " + execution.status() + " state");
    }
    parts.runner().cancel(execution.id());
    return CancelStatementResponse.builder().status(true).build();
  }

  @Override
  public ListStatementsResponse listStatements(ListStatementsRequest request) {
    List<Execution> found =
        parts.executions().newestFirst().stream()
            .filter(execution -> workgroup != null && Answers.isListed(execution, request))
            .toList();
    return Answers.listed(found, request);
  }

  /**
   * @param step index of the sub-statement; -1 for the whole
   */
  private record Place(Execution execution, int step) {}

  private Place place(@Nullable String id) {
    Matcher matcher = ID.matcher(id == null ? "" : id);
    if (!matcher.matches()) {
      throw Requests.invalid("id must satisfy regex pattern: ^" + ID + "$");
    }
    Execution execution =
        parts
            .executions()
            .find(matcher.group(1))
            .orElseThrow(() -> missing("Query does not exist."));
    int step = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2)) - 1;
    if (workgroup == null || step >= execution.steps().size()) {
      throw missing("Query does not exist.");
    }
    return new Place(execution, step);
  }

  private static ResourceNotFoundException missing(String message) {
    return ResourceNotFoundException.builder().message(message).build();
  }

  private Execution await(Execution execution, int seconds) {
    try {
      return parts.executions().await(execution.id(), Duration.ofSeconds(seconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw InternalServerException.builder().message("The sandbox stops").build();
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
