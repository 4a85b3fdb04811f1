package io.tributary.workflows.refresh;

import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.environment.RefreshSlice;
import io.tributary.workflows.environment.WarehouseRef;
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

/** Pins the specification and starts, or joins, the run of each view group. */
public final class MaterializedViewRefreshWorkflowImpl implements MaterializedViewRefreshWorkflow {
  private final RunCard card = new RunCard(Job.REFRESH, "Refresh of materialized views");
  private final Stop stop = new Stop();
  private final GroupRuns runs = new GroupRuns(card, stop);
  private final RunUnderWay underWay = new RunUnderWay(stop);

  @Override
  public RunResult refresh(@Nullable RefreshInput given) {
    RefreshInput input = given == null ? RefreshInput.EVERYTHING : given;
    OuterStart start = new OuterStart(card);
    start.positive("maxParallel", input.maxParallel());
    PinnedEnvironment environment = start.pin(input.environment(), input.digest());
    List<String> views = input.views() == null ? new ArrayList<>() : input.views();
    RefreshSlice slice = start.slice(activities -> activities.refresh(environment.digest(), views));
    List<Promise<RunResult.Run>> groups = new ArrayList<>();
    for (RefreshSlice.Group group : slice.groups()) {
      RefreshRequest request = request(input, environment, slice.warehouse(), group);
      FixedRun<RefreshResult> run =
          new FixedRun<>(Job.REFRESH, environment.environment(), group.name(), RefreshResult.class);
      groups.add(runs.begin(run, started -> serve(started, request)));
    }
    card.phase("refreshing", "the update `abort` stops all runs that this one started");
    RunResult result = runs.result(environment.environment(), Job.REFRESH, groups);
    Workflow.await(Workflow::isEveryHandlerFinished);
    card.end(result.status(), GroupRuns.sentence(result));
    return result;
  }

  /** Starts the run, or adds the request to the one under way; whichever the server says first. */
  private RunResult.Run serve(FixedRun<RefreshResult> run, RefreshRequest request) {
    while (!runs.start(run, request)) {
      if (request.mode() == Mode.PLAN) {
        return GroupRuns.alreadyRunning(run);
      }
      if (underWay.add(run, request)) {
        return new RunResult.Run(
            run.subject(),
            run.id(),
            null,
            RunResult.Status.ADDED_TO_RUNNING,
            "Added to the run under way, " + run.id() + ": see its report",
            null);
      }
    }
    RefreshResult result = run.result();
    return new RunResult.Run(
        run.subject(),
        run.id(),
        result.run(),
        result.status(),
        RefreshSummary.sentence(result.views()),
        result.report());
  }

  private static RefreshRequest request(
      RefreshInput input,
      PinnedEnvironment environment,
      WarehouseRef warehouse,
      RefreshSlice.Group group) {
    Integer most = input.maxParallel();
    RefreshSlice.Group limited =
        new RefreshSlice.Group(
            group.name(),
            group.views(),
            most == null ? group.maxParallel() : most,
            group.freshness(),
            group.whole());
    return new RefreshRequest(
        environment,
        warehouse,
        limited,
        Boolean.TRUE.equals(input.force()),
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

  @Override
  public void answer(String runId, boolean taken) {
    underWay.answered(runId, taken);
  }
}
