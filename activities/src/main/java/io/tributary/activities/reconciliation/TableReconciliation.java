package io.tributary.activities.reconciliation;

import io.temporal.failure.ApplicationFailure;
import io.tributary.activities.comparison.ComparisonException;
import io.tributary.activities.environment.EnvironmentStore;
import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.activities.evidence.RunEvidence;
import io.tributary.activities.source.JdbcSources;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.error.Retry;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.reconciliation.ReconciliationActivities;
import io.tributary.workflows.reconciliation.ReconciliationRequest;
import io.tributary.workflows.reconciliation.ReconciliationResult;
import io.tributary.workflows.reconciliation.TableResult;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Compares tables of PostgreSQL sources with their copies in the warehouse, and reports. */
public final class TableReconciliation implements ReconciliationActivities {
  private final EnvironmentStore environments;
  private final JdbcSources sources;
  private final WarehouseStatements warehouse;
  private final EvidenceStore evidence;
  private final InstantSource clock;

  /** Makes it; nothing is opened. */
  public TableReconciliation(
      EnvironmentStore environments,
      JdbcSources sources,
      WarehouseStatements warehouse,
      EvidenceStore evidence,
      InstantSource clock) {
    this.environments = environments;
    this.sources = sources;
    this.warehouse = warehouse;
    this.evidence = evidence;
    this.clock = clock;
  }

  @Override
  public TableResult compare(
      ReconciliationRequest request, String run, String table, @Nullable TableResult former) {
    TableFiles files = new TableFiles(evidence(request, run));
    TableLook look = new TableLook(request, table, former, clock, files);
    TableDetails details;
    try {
      var spec = environments.load(request.environment().digest());
      details = look.at(ComparedTable.find(spec, table), sources, warehouse);
    } catch (ComparisonException e) {
      details = look.failed(ErrorCode.COMPARISON_FAILED + ": " + e.getMessage());
    } catch (ApplicationFailure e) {
      details = look.failed(final_(e));
    }
    files.write(details);
    return details.result();
  }

  /** A failure that a retry may mend, and a stop of the worker, are Temporal's to handle. */
  private static String final_(ApplicationFailure failure) {
    if (Thread.currentThread().isInterrupted()) {
      throw Failures.of(ErrorCode.INTERNAL, "the worker stops: another one goes on");
    }
    ErrorCode code = Failures.code(failure).orElse(ErrorCode.INTERNAL);
    if (code.retry() != Retry.NEVER) {
      throw failure;
    }
    return Failures.sentence(failure);
  }

  @Override
  public String report(ReconciliationRequest request, ReconciliationResult result) {
    return new ReconciliationReport(evidence).write(request, result);
  }

  private RunEvidence evidence(ReconciliationRequest request, String run) {
    String environment = request.environment().environment();
    return new RunEvidence(evidence, environment, Job.RECONCILIATION.noun(), run);
  }
}
