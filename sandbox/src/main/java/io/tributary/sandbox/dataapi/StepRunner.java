package io.tributary.sandbox.dataapi;

import io.tributary.sandbox.dataapi.Runner.Records;
import io.tributary.sandbox.redshift.Database;
import io.tributary.sandbox.redshift.Engine;
import io.tributary.sandbox.redshift.ErrorText;
import io.tributary.sandbox.redshift.Outcome;
import io.tributary.sandbox.redshift.ResultSink;
import io.tributary.sandbox.redshift.dialect.Command;
import io.tributary.sandbox.redshift.dialect.Dialect;
import io.tributary.sandbox.redshift.dialect.Refusal;
import io.tributary.sandbox.trouble.Faults;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Runs one SQL text of an execution and records how it went. */
final class StepRunner {
  static final String CANCELLED = "ERROR: Query cancelled on user's request";

  /** PostgreSQL's code of a statement that was cancelled. */
  private static final String QUERY_CANCELED = "57014";

  private final Dialect dialect = new Dialect();
  private final AtomicLong queryIds = new AtomicLong(System.currentTimeMillis());
  private final Executions executions;
  private final Records records;
  private final Faulty faults;
  private final Engine engine;

  StepRunner(Executions executions, Records records, Faulty faults, Database database) {
    this.executions = executions;
    this.records = records;
    this.faults = faults;
    this.engine = database.engine();
  }

  /** The id of one SQL text: the execution's own, or {@code <id>:<n>} in a batch. */
  static String stepId(Execution execution, int at) {
    return execution.submission().batch() ? execution.id() + ":" + (at + 1) : execution.id();
  }

  /** Says whether it finished; if not, the execution has ended. */
  boolean run(Execution execution, int at, Connection connection) throws InterruptedException {
    String id = execution.id();
    String sql = execution.submission().sqls().get(at);
    long begin = System.nanoTime();
    try {
      Command command = dialect.understand(sql, execution.submission().parameters());
      Optional<Faults.Taken> fault = faults.take(sql);
      long now = executions.now();
      Step started =
          execution
              .steps()
              .get(at)
              .picked(command.tag(), now)
              .started(queryIds.incrementAndGet(), now);
      executions.change(id, e -> e.with(at, started).with("STARTED", null, now));
      records.log().add(stepId(execution, at), sql, execution.submission(), "STARTED");
      begin = System.nanoTime();
      if (fault.isPresent()) {
        faults.happen(fault.get(), id, connection);
      }
      Outcome outcome = run(execution, command, stepId(execution, at), connection);
      long nanos = System.nanoTime() - begin;
      records.log().add(stepId(execution, at), sql, execution.submission(), "FINISHED");
      Step finished = started.finished(outcome, nanos, executions.now());
      String status = execution.submission().batch() ? "STARTED" : "FINISHED";
      executions.change(id, e -> e.with(at, finished).with(status, null, executions.now()));
      return true;
    } catch (Refusal e) {
      end(id, at, new End("FAILED", String.valueOf(e.getMessage()), System.nanoTime() - begin));
    } catch (IOException e) {
      end(id, at, new End("FAILED", "ERROR: cannot keep the result", System.nanoTime() - begin));
    } catch (InterruptedException e) {
      end(id, at, new End("ABORTED", CANCELLED, System.nanoTime() - begin));
    } catch (SQLException e) {
      boolean cancelled = QUERY_CANCELED.equals(e.getSQLState());
      end(
          id,
          at,
          new End(
              cancelled ? "ABORTED" : "FAILED",
              cancelled ? CANCELLED : ErrorText.of(e),
              System.nanoTime() - begin));
    }
    return false;
  }

  private Outcome run(Execution execution, Command command, String stepId, Connection connection)
      throws SQLException, IOException {
    ResultSink sink = records.results().sink(stepId);
    return execution.submission().transaction()
        ? engine.runInBatch(connection, command, sink)
        : engine.runAlone(connection, command, sink);
  }

  private record End(String status, String text, long nanos) {}

  private void end(String id, int at, End end) {
    Execution before = executions.current(id);
    if (before.steps().get(at).startedAt() > 0) {
      String sql = before.submission().sqls().get(at);
      records.log().add(stepId(before, at), sql, before.submission(), end.status());
    }
    executions.change(
        id,
        e ->
            e.with(
                    at,
                    e.steps()
                        .get(at)
                        .ended(end.status(), end.text(), end.nanos(), executions.now()))
                .stopped("ABORTED", null, executions.now())
                .failed(end.status(), end.text()));
  }
}
