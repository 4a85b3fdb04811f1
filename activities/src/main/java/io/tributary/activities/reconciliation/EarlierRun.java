package io.tributary.activities.reconciliation;

import io.tributary.activities.evidence.EnvironmentIndex;
import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.activities.evidence.RunEvidence;
import io.tributary.activities.evidence.RunManifest;
import io.tributary.activities.report.Json;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.reconciliation.ReconciliationResult;
import io.tributary.workflows.reconciliation.TableResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an earlier run of the same group found: the trend comes from the evidence.
 *
 * @param result its result
 */
record EarlierRun(ReconciliationResult result) {
  /** So many fit beside each other. */
  private static final int NEWEST = 12;

  /** Returns the newest runs that ended before this one began, oldest first. */
  static List<EarlierRun> before(EvidenceStore store, ReconciliationReport.Content now) {
    String environment = now.request().environment().environment();
    List<EarlierRun> found = new ArrayList<>();
    for (RunManifest run :
        new EnvironmentIndex(store, environment).runs(Job.RECONCILIATION.noun())) {
      boolean earlier = run.summary().endMillis() <= now.result().startMillis();
      if (earlier && found.size() < NEWEST) {
        new RunEvidence(store, environment, run.job(), run.run())
            .read("report.json")
            .map(json -> Json.read(json, ReconciliationReport.Content.class))
            .filter(then -> then.result().workflowId().equals(now.result().workflowId()))
            .ifPresent(then -> found.add(0, new EarlierRun(then.result())));
      }
    }
    return found;
  }

  Optional<TableResult> table(String name) {
    return result.tables().stream().filter(table -> table.table().equals(name)).findFirst();
  }
}
