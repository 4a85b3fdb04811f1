package io.tributary.worker.up;

import io.temporal.client.WorkflowFailedException;
import io.tributary.worker.cli.ProgressView;
import io.tributary.worker.temporal.JobRun;
import io.tributary.worker.temporal.TemporalConnection;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.job.StartInput;
import io.tributary.workflows.reconciliation.ReconciliationInput;
import io.tributary.workflows.refresh.RefreshInput;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Shows that it works, and fails when it does not: refreshes and reconciles, changes rows behind
 * the product's back, does both again, and holds the second report against what was changed.
 */
final class Demo {
  private final TemporalConnection temporal;
  private final String taskQueue;
  private final Narrator narrator;

  Demo(TemporalConnection temporal, String taskQueue, Narrator narrator) {
    this.temporal = temporal;
    this.taskQueue = taskQueue;
    this.narrator = narrator;
  }

  /**
   * Runs it.
   *
   * @throws DemoFailure when a run failed or the reports do not show what happened
   */
  DemoReports run(SandboxFile sandbox) throws DemoFailure, InterruptedException, SQLException {
    try (DemoDatabases databases = DemoDatabases.open(sandbox)) {
      narrator.say(
          "a day's business changes base tables, and somebody drops a column a view reads");
      databases.makeAlike();
      databases.doBusiness();
      databases.dropColumn();
      DemoCheck.refreshed(refresh());
      SortedSet<String> before = DemoCheck.differing(reconcile());
      if (!before.isEmpty()) {
        narrator.say(
            "%d rows differed before the demonstration; they count".formatted(before.size()));
      }

      narrator.say("now rows change on both sides behind Tributary's back");
      databases.doBusiness();
      SortedSet<String> expected = new TreeSet<>(before);
      expected.addAll(databases.makeDifferent());
      Path refreshed = refresh();
      DemoCheck.refreshed(refreshed);
      Path reconciled = reconcile();
      DemoCheck.namesExactly(expected, DemoCheck.differing(reconciled));
      narrator.say(
          "the second report names exactly the %d rows that were changed: %s"
              .formatted(expected.size(), String.join(", ", expected)));
      return new DemoReports(refreshed, reconciled);
    }
  }

  private Path refresh() throws DemoFailure, InterruptedException {
    return runJob(Job.REFRESH, new RefreshInput(null, null, null, null, null, null));
  }

  private Path reconcile() throws DemoFailure, InterruptedException {
    return runJob(Job.RECONCILIATION, new ReconciliationInput(null, null, null, null, null, null));
  }

  private Path runJob(Job job, StartInput input) throws DemoFailure, InterruptedException {
    String id = "up-" + job.noun() + "-" + UUID.randomUUID().toString().substring(0, 8);
    narrator.say(job.workflowType() + " starts as " + id);
    ProgressView view = new ProgressView(narrator.out(), narrator.interactive());
    RunResult result;
    try {
      JobRun run = JobRun.start(temporal.client(), job, taskQueue, id, input);
      result = run.await(view, () -> narrator.say("no worker answers; waiting for it"));
    } catch (WorkflowFailedException e) {
      throw new DemoFailure("the %s %s failed: %s".formatted(job.noun(), id, Failures.sentence(e)));
    } finally {
      view.done();
    }
    for (RunResult.Run run : result.runs()) {
      narrator.say("%s %s: %s".formatted(job.noun(), run.subject(), run.summary()));
    }
    return report(job, result);
  }

  private static Path report(Job job, RunResult result) throws DemoFailure {
    if (result.runs().size() != 1 || result.runs().getFirst().report() == null) {
      throw new DemoFailure(
          "the %s left no report: it ended as %s".formatted(job.noun(), result.status()));
    }
    return Path.of(URI.create(result.runs().getFirst().report()));
  }
}
