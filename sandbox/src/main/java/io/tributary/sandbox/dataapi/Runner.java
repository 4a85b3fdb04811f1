package io.tributary.sandbox.dataapi;

import io.tributary.sandbox.redshift.Database;
import io.tributary.sandbox.redshift.Engine;
import io.tributary.sandbox.redshift.ErrorText;
import io.tributary.sandbox.trouble.Conditions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.postgresql.PGConnection;

/** Runs executions in the background, whether anybody waits for them or not. */
final class Runner implements AutoCloseable {
  /** How many statements run at once; the others queue. */
  private static final int SLOTS = 50;

  private static final Duration BETWEEN_CANCELS = Duration.ofMillis(50);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore slots = new Semaphore(SLOTS);
  private final Waits waits = new Waits();
  private final Map<String, Connection> connections = new ConcurrentHashMap<>();
  private final Database database;
  private final Executions executions;
  private final StepRunner steps;
  private final Conditions conditions;

  /** What an execution leaves besides its own record. */
  record Records(ResultFiles results, ExecutionLog log) {}

  Runner(Database database, Executions executions, Records records, Conditions conditions) {
    this.database = database;
    this.executions = executions;
    this.conditions = conditions;
    this.steps = new StepRunner(executions, records, new Faulty(conditions, waits), database);
  }

  void start(Execution execution) {
    threads.execute(() -> queue(execution));
  }

  /**
   * Stops an execution. One that waits ends at once; one that runs ends when PostgreSQL has
   * noticed, or finishes if it is too late.
   */
  void cancel(String id) {
    if (!waits.interrupt(id)) {
      threads.execute(() -> cancelQuery(id));
    }
  }

  /** A request to cancel that comes between two statements is lost, therefore again and again. */
  private void cancelQuery(String id) {
    try {
      while (!executions.await(id, BETWEEN_CANCELS).ended()) {
        Connection connection = connections.get(id);
        if (!waits.interrupt(id) && connection != null) {
          connection.unwrap(PGConnection.class).cancelQuery();
        }
      }
    } catch (InterruptedException | SQLException e) {
      // The sandbox stops, or the connection is gone and the execution has ended with it.
      Thread.currentThread().interrupt();
    }
  }

  private void queue(Execution execution) {
    String id = execution.id();
    try {
      waits.during(
          id,
          () -> {
            conditions.clock().sleep(conditions.trouble().coldResume());
            conditions.clock().sleep(conditions.trouble().stateTime());
            slots.acquire();
          });
    } catch (InterruptedException e) {
      abort(id);
      return;
    }
    try {
      pick(execution);
    } catch (InterruptedException e) {
      abort(id);
    } catch (RuntimeException | Error e) {
      fail(id, "ERROR: internal error " + e);
      throw e;
    } finally {
      slots.release();
    }
  }

  private void pick(Execution execution) throws InterruptedException {
    String id = execution.id();
    String wanted = execution.submission().target().database();
    executions.pass(id, e -> e.with("PICKED", null, executions.now()));
    waits.during(id, () -> conditions.clock().sleep(conditions.trouble().stateTime()));
    if (!wanted.equals(database.name())) {
      fail(id, "FATAL: database \"" + wanted + "\" does not exist");
      return;
    }
    try {
      Connection connection = database.sessions().take();
      connections.put(id, connection);
      try {
        run(execution, connection);
      } finally {
        connections.remove(id);
        database.sessions().give(connection);
      }
    } catch (SQLException e) {
      fail(id, ErrorText.of(e));
    }
  }

  private void run(Execution execution, Connection connection)
      throws SQLException, InterruptedException {
    String id = execution.id();
    boolean together = execution.submission().transaction();
    int pid = connection.unwrap(PGConnection.class).getBackendPID();
    executions.pass(id, e -> e.onProcess(pid));
    database.engine().prepare(connection);
    if (together) {
      Engine.beginBatch(connection);
    }
    for (int at = 0; at < execution.steps().size(); at++) {
      if (!steps.run(execution, at, connection)) {
        return;
      }
    }
    if (together) {
      connection.commit();
    }
    if (execution.submission().batch()) {
      executions.change(id, e -> e.with("FINISHED", null, executions.now()));
    }
  }

  private void abort(String id) {
    executions.change(id, e -> e.stopped("ABORTED", StepRunner.CANCELLED, executions.now()));
  }

  private void fail(String id, String text) {
    executions.change(id, e -> e.stopped("FAILED", text, executions.now()));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
