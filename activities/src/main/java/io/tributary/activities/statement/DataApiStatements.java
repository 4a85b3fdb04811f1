package io.tributary.activities.statement;

import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.statement.StatementOutcome;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;

/** {@link WarehouseStatements} over the Data API, inside an activity or outside of one. */
public final class DataApiStatements implements WarehouseStatements {
  private final DataApi api;
  private final StatementWait waiting;
  private final StatementReader reader;

  /** Makes it with an API object of its own; for a process that has only this. */
  public DataApiStatements(RedshiftDataClient client, StatementPolicy policy, InstantSource clock) {
    this(new DataApi(client, policy, clock));
  }

  /** Makes it on the process's API object, whose quotas it shares. */
  public DataApiStatements(DataApi api) {
    this.api = api;
    this.waiting = new StatementWait(api, new PollRhythm(api.policy(), System::nanoTime));
    this.reader = new StatementReader(api);
  }

  @Override
  public void query(WarehouseRef warehouse, String sql, Consumer<Row> rows) {
    // A question that is asked again is a new statement: only its answer matters.
    StatementOutcome outcome = run(warehouse, "query-" + UUID.randomUUID(), List.of(sql), "query");
    if (outcome.resultRows() != 0) {
      reader.read(outcome.id(), Pulse.here(), rows);
    }
  }

  @Override
  public StatementOutcome execute(WarehouseRef warehouse, String key, String sql) {
    return run(warehouse, key, List.of(sql), SqlHead.of(sql));
  }

  @Override
  public StatementOutcome transaction(WarehouseRef warehouse, String key, List<String> sqls) {
    return run(warehouse, key, sqls, "transaction of " + sqls.size() + " statements");
  }

  private StatementOutcome run(
      WarehouseRef warehouse, String key, List<String> sqls, String label) {
    Tries tries = new Tries(api, StatementIdentity.of(key, sqls));
    while (true) {
      // What fails here says nothing about the statement, which may still run: it is not tried
      // anew.
      DescribeStatementResponse end = await(tries.submit(warehouse, sqls));
      try {
        return StatementEnd.outcome(end, label, api.clock());
      } catch (ApplicationFailure failure) {
        tries.again(failure);
      }
    }
  }

  private DescribeStatementResponse await(String id) {
    try {
      return waiting.untilEnded(id, Pulse.here());
    } catch (InterruptedException e) {
      waiting.cancel(id);
      Thread.currentThread().interrupt();
      throw Failures.of(
          ErrorCode.STATEMENT_ABORTED, "interrupted: statement " + id + " is cancelled");
    }
  }
}
