package io.tributary.workflows.refresh;

import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.Progress;
import io.tributary.workflows.job.RunCard;
import io.tributary.workflows.job.Stop;
import io.tributary.workflows.job.Undisturbed;

/** The handlers of a refresh run; its work is in {@link RefreshRunning}. */
public final class MaterializedViewRefreshRunImpl implements MaterializedViewRefreshRun {
  private final RefreshRequests requests;
  private final RunCard card;
  private final Stop stop = new Stop();

  /** Takes the first request before any handler runs: an update may have started this run. */
  @WorkflowInit
  public MaterializedViewRefreshRunImpl(RefreshRequest request) {
    requests = new RefreshRequests(request);
    card = new RunCard(Job.REFRESH, "Refresh of " + request.group().name());
  }

  @Override
  public RefreshResult run(RefreshRequest request) {
    return new RefreshRunning(requests, card, stop).run();
  }

  @Override
  public Progress progress() {
    return card.progress();
  }

  @Override
  public void checkRequest(RefreshRequest request) {
    String refusal = requests.refusal(request);
    if (refusal != null) {
      throw new IllegalArgumentException(refusal);
    }
  }

  @Override
  public String request(RefreshRequest request) {
    boolean taken = requests.offer(request);
    return taken
        ? "Will be served by this run, after what it does now; see its report"
        : "Not taken: the run was stopped in the same moment";
  }

  @Override
  public void add(AddedRequest added) {
    boolean taken = requests.offer(added.request());
    String own = Workflow.getInfo().getWorkflowId();
    Undisturbed.run(
        () -> {
          try {
            Workflow.newUntypedExternalWorkflowStub(added.from()).signal("answer", own, taken);
          } catch (SignalExternalWorkflowException e) {
            Workflow.getLogger(MaterializedViewRefreshRunImpl.class)
                .info("{} has ended and gets no answer; its request stays", added.from());
          }
        });
  }

  @Override
  public void checkAbort(String reason) {
    Stop.check(reason);
  }

  @Override
  public String abort(String reason) {
    stop(reason);
    return "Stopping; the result follows when the statements are cancelled";
  }

  @Override
  public void stop(String reason) {
    requests.close();
    stop.abort(reason);
  }
}
