package io.tributary.sandbox.dataapi;

import io.tributary.sandbox.redshift.Database;
import io.tributary.sandbox.trouble.Conditions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;

/**
 * The Redshift Data API over the warehouse's database: asynchronous, with a memory of a day that
 * survives a restart.
 */
public final class DataApi implements AutoCloseable {
  private final Executions executions;
  private final ResultFiles results;
  private final Runner runner;

  /**
   * @param folder where results and the execution log are kept
   */
  public DataApi(Database database, Path folder, Conditions conditions) {
    this.executions = new Executions(new ExecutionStore(database.sessions()), conditions.clock());
    this.results = new ResultFiles(folder.resolve("results"));
    this.runner =
        new Runner(
            database,
            executions,
            new Runner.Records(results, new ExecutionLog(folder.resolve("executions.jsonl"))),
            conditions);
  }

  /** Takes up what an earlier process left; its running statements have failed. */
  public void start() throws SQLException, IOException {
    executions.load();
    results.deleteOlderThan(java.time.Instant.now(), ExecutionStore.KEPT);
  }

  /**
   * Returns the API as an account sees it.
   *
   * @param workgroup the account's workgroup; null for an account that has none
   */
  public RedshiftDataClient of(@Nullable String workgroup) {
    return new RedshiftData(new RedshiftData.Parts(executions, runner, results), workgroup);
  }

  @Override
  public void close() {
    runner.close();
  }
}
