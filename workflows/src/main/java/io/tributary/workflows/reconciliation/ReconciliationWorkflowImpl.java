package io.tributary.workflows.reconciliation;

import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.environment.ReconciliationSlice;
import io.tributary.workflows.job.FixedRun;
import io.tributary.workflows.job.GroupRuns;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.OuterStart;
import io.tributary.workflows.job.Progress;
import io.tributary.workflows.job.RunCard;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.job.Stop;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pins the specification and starts the run of each table group that none holds yet. */
public final class ReconciliationWorkflowImpl implements ReconciliationWorkflow {
  private final RunCard card = new RunCard(Job.RECONCILIATION, "Reconciliation");
  private final GroupRuns runs = new GroupRuns(card, new Stop());

  @Override
  public RunResult reconcile(@Nullable ReconciliationInput given) {
    ReconciliationInput input = given == null ? ReconciliationInput.EVERYTHING : given;
    OuterStart start = new OuterStart(card);
    start.positive("maxParallel", input.maxParallel());
    PinnedEnvironment environment = start.pin(input.environment(), input.digest());
    List<String> names = input.tables() == null ? new ArrayList<>() : input.tables();
    ReconciliationSlice slice =
        start.slice(activities -> activities.reconciliation(environment.digest(), names));
    List<Promise<RunResult.Run>> groups = new ArrayList<>();
    for (ReconciliationSlice.Group group : slice.groups()) {
      ReconciliationRequest request = request(input, environment, group);
      FixedRun<ReconciliationResult> run =
          new FixedRun<>(
              Job.RECONCILIATION,
              environment.environment(),
              group.name(),
              ReconciliationResult.class);
      groups.add(runs.begin(run, started -> serve(started, request)));
    }
    card.phase("comparing", "the update `abort` stops all runs that this one started");
    RunResult result = runs.result(environment.environment(), Job.RECONCILIATION, groups);
    Workflow.await(Workflow::isEveryHandlerFinished);
    card.end(result.status(), GroupRuns.sentence(result));
    return result;
  }

  private RunResult.Run serve(FixedRun<ReconciliationResult> run, ReconciliationRequest request) {
    if (!runs.start(run, request)) {
      return GroupRuns.alreadyRunning(run);
    }
    ReconciliationResult result = run.result();
    return new RunResult.Run(
        run.subject(),
        run.id(),
        result.run(),
        result.status(),
        ReconciliationSummary.sentence(result.tables()),
        result.report());
  }

  private static ReconciliationRequest request(
      ReconciliationInput input, PinnedEnvironment environment, ReconciliationSlice.Group group) {
    Integer most = input.maxParallel();
    ReconciliationSlice.Group limited =
        new ReconciliationSlice.Group(
            group.name(), group.tables(), most == null ? group.maxParallel() : most, group.whole());
    return new ReconciliationRequest(
        environment,
        limited,
        input.depth() == null ? Depth.ROWS : input.depth(),
        input.mode() == null ? Mode.APPLY : input.mode());
  }

  @Override
  public Progress progress() {
    return card.progress();
  }

  @Override
  public void checkAbort(String reason) {
    Stop.check(reason);
  }

  @Override
  public String abort(String reason) {
    return runs.abort(reason);
  }
}
