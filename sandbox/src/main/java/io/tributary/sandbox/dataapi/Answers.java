package io.tributary.sandbox.dataapi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftdata.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecutionMode;
import software.amazon.awssdk.services.redshiftdata.model.Field;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultResponse;
import software.amazon.awssdk.services.redshiftdata.model.ListStatementsRequest;
import software.amazon.awssdk.services.redshiftdata.model.ListStatementsResponse;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.StatementData;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;
import software.amazon.awssdk.services.redshiftdata.model.SubStatementData;

/** Executions in the words of the Data API. */
final class Answers {
  private static final int LISTED_BY_DEFAULT = 100;

  private Answers() {}

  static ExecuteStatementResponse executed(Execution execution) {
    return ExecuteStatementResponse.builder()
        .id(execution.id())
        .createdAt(Instant.ofEpochMilli(execution.createdAt()))
        .database(execution.submission().target().database())
        .workgroupName(execution.submission().target().workgroup())
        .secretArn(execution.submission().target().secretArn())
        .dbUser(execution.submission().target().dbUser())
        .status(execution.status())
        .hasResultSet(execution.hasResultSet())
        .build();
  }

  static BatchExecuteStatementResponse batchExecuted(Execution execution) {
    return BatchExecuteStatementResponse.builder()
        .id(execution.id())
        .createdAt(Instant.ofEpochMilli(execution.createdAt()))
        .database(execution.submission().target().database())
        .workgroupName(execution.submission().target().workgroup())
        .secretArn(execution.submission().target().secretArn())
        .dbUser(execution.submission().target().dbUser())
        .status(execution.status())
        .hasResultSet(execution.hasResultSet())
        .build();
  }

  /**
   * @param at index of a sub-statement; -1 for the whole
   */
  static DescribeStatementResponse described(Execution execution, int at) {
    Submission submission = execution.submission();
    boolean batch = submission.batch();
    boolean whole = batch && at < 0;
    Step step = execution.steps().get(Math.max(at, 0));
    DescribeStatementResponse.Builder answer =
        DescribeStatementResponse.builder()
            .id(batch && !whole ? StepRunner.stepId(execution, at) : execution.id())
            .createdAt(Instant.ofEpochMilli(execution.createdAt()))
            .updatedAt(Instant.ofEpochMilli(whole ? execution.updatedAt() : step.updatedAt()))
            .database(submission.target().database())
            .workgroupName(submission.target().workgroup())
            .secretArn(submission.target().secretArn())
            .dbUser(submission.target().dbUser())
            .resultFormat(submission.format().equals("CSV") ? "CSV" : "JSON")
            .redshiftPid((long) execution.pid())
            .queryParameters(parameters(submission));
    if (whole) {
      return answer
          .status(execution.status())
          .error(execution.error())
          .duration(execution.durationNanos())
          .hasResultSet(execution.hasResultSet())
          .resultRows(-1L)
          .resultSize(-1L)
          .redshiftQueryId(0L)
          .executionMode(
              submission.transaction() ? ExecutionMode.TRANSACTION : ExecutionMode.AUTO_COMMIT)
          .subStatements(subStatements(execution))
          .build();
    }
    return answer
        .status(batch ? step.status() : execution.status())
        .error(batch ? step.error() : execution.error())
        .duration(step.durationNanos())
        .hasResultSet(step.hasResultSet())
        .resultRows(step.rows())
        .resultSize(step.bytes())
        .redshiftQueryId(step.queryId())
        .queryString(submission.sqls().get(Math.max(at, 0)))
        .build();
  }

  private static List<SubStatementData> subStatements(Execution execution) {
    List<SubStatementData> all = new ArrayList<>();
    for (int i = 0; i < execution.steps().size(); i++) {
      Step step = execution.steps().get(i);
      all.add(
          SubStatementData.builder()
              .id(StepRunner.stepId(execution, i))
              .status(step.status())
              .error(step.error())
              .createdAt(Instant.ofEpochMilli(execution.createdAt()))
              .updatedAt(Instant.ofEpochMilli(step.updatedAt()))
              .duration(step.durationNanos())
              .hasResultSet(step.hasResultSet())
              .resultRows(step.rows())
              .resultSize(step.bytes())
              .redshiftQueryId(step.queryId())
              .queryString(execution.submission().sqls().get(i))
              .build());
    }
    return all;
  }

  private static List<SqlParameter> parameters(Submission submission) {
    return submission.parameters().entrySet().stream()
        .map(e -> SqlParameter.builder().name(e.getKey()).value(e.getValue()).build())
        .toList();
  }

  static GetStatementResultResponse page(ResultFiles.Page page, long total) {
    List<List<Field>> records = new ArrayList<>();
    for (List<@Nullable String> row : page.rows()) {
      List<Field> fields = new ArrayList<>(row.size());
      for (int i = 0; i < row.size(); i++) {
        fields.add(page.columns().get(i).field(row.get(i)));
      }
      records.add(fields);
    }
    return GetStatementResultResponse.builder()
        .columnMetadata(page.columns().stream().map(Column::metadata).toList())
        .records(records)
        .totalNumRows(total)
        .nextToken(page.next() < 0 ? null : "page-" + page.next())
        .build();
  }

  /** Only finished ones by default; a name is a prefix, and case counts. */
  static boolean isListed(Execution execution, ListStatementsRequest request) {
    String status = request.status() == null ? "FINISHED" : request.statusAsString();
    String name = execution.submission().name();
    boolean named =
        request.statementName() == null
            || (name != null && name.startsWith(request.statementName()));
    boolean here =
        request.workgroupName() == null
            || request.workgroupName().equals(execution.submission().target().workgroup());
    boolean inDatabase =
        request.database() == null
            || request.database().equals(execution.submission().target().database());
    boolean inStatus =
        StatusString.ALL.toString().equals(status) || execution.status().equals(status);
    return named && here && inDatabase && inStatus;
  }

  static ListStatementsResponse listed(List<Execution> found, ListStatementsRequest request) {
    int size = request.maxResults() == null ? LISTED_BY_DEFAULT : request.maxResults();
    if (size < 1 || size > LISTED_BY_DEFAULT) {
      throw Requests.invalid("MaxResults must be between 1 and " + LISTED_BY_DEFAULT);
    }
    String token = request.nextToken();
    if (token != null && !token.matches("\\d{1,9}")) {
      throw Requests.invalid("NextToken is not one that this operation gave");
    }
    int start = token == null ? 0 : Math.min(Integer.parseInt(token), found.size());
    int end = Math.min(found.size(), start + size);
    return ListStatementsResponse.builder()
        .statements(found.subList(start, end).stream().map(Answers::statement).toList())
        .nextToken(end < found.size() ? String.valueOf(end) : null)
        .build();
  }

  private static StatementData statement(Execution execution) {
    Submission submission = execution.submission();
    StatementData.Builder data =
        StatementData.builder()
            .id(execution.id())
            .status(execution.status())
            .statementName(submission.name())
            .createdAt(Instant.ofEpochMilli(execution.createdAt()))
            .updatedAt(Instant.ofEpochMilli(execution.updatedAt()))
            .secretArn(submission.target().secretArn())
            .queryParameters(parameters(submission))
            .isBatchStatement(submission.batch())
            .resultFormat(submission.format().equals("CSV") ? "CSV" : "JSON");
    return (submission.batch()
            ? data.queryStrings(submission.sqls())
            : data.queryString(submission.sqls().get(0)))
        .build();
  }
}
