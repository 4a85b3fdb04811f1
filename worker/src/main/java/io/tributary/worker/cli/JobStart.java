package io.tributary.worker.cli;

import io.temporal.client.WorkflowFailedException;
import io.tributary.activities.payload.Payloads;
import io.tributary.worker.temporal.JobRun;
import io.tributary.worker.temporal.RunFailures;
import io.tributary.worker.temporal.TemporalConnection;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.RunResult;
import java.util.UUID;

/** Starts a job for a command, shows it and turns its end into an exit code. */
final class JobStart {
  private final Shell shell;

  JobStart(Shell shell) {
    this.shell = shell;
  }

  int run(Job job, StartOptions options, Object input) throws InterruptedException {
    Object argument = options.input(input);
    Site site = options.site.site(shell);
    try (TemporalConnection temporal =
        TemporalConnection.open(site.temporal(), Payloads.converter())) {
      String id = "cli-" + job.noun() + "-" + UUID.randomUUID().toString().substring(0, 8);
      JobRun run = JobRun.start(temporal.client(), job, site.taskQueue(), id, argument);
      shell.out().println("started " + id);
      return options.detach ? ExitCodes.DONE : await(run, site);
    }
  }

  private int await(JobRun run, Site site) throws InterruptedException {
    ProgressView view = new ProgressView(shell.out(), shell.interactive());
    try {
      RunResult result = run.await(view, () -> tellSilence(site));
      view.done();
      show(result);
      return ExitCodes.of(result.status());
    } catch (WorkflowFailedException e) {
      view.done();
      throw RunFailures.toTell(run.id(), e);
    }
  }

  private void tellSilence(Site site) {
    shell
        .err()
        .println(
            "no worker answers on the queue %s; the run waits until one does: tributary worker --environment %s"
                .formatted(site.taskQueue(), site.spec().name()));
  }

  private void show(RunResult result) {
    for (RunResult.Run run : result.runs()) {
      shell.out().println("%s %s: %s".formatted(run.status(), run.subject(), run.summary()));
      if (run.report() != null) {
        shell.out().println("report %s %s".formatted(result.job(), run.report()));
      }
    }
  }
}
