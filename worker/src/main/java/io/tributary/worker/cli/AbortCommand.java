package io.tributary.worker.cli;

import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.tributary.activities.payload.Payloads;
import io.tributary.worker.UserMistake;
import io.tributary.worker.temporal.TemporalConnection;
import io.tributary.workflows.job.Ids;
import io.tributary.workflows.job.Job;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "abort",
    description = "Stop a run that is under way; it cancels its statements and returns a result.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary abort refresh marts --reason \"the warehouse is needed\"",
      "",
      "Exit codes: 0 stopped, 2 nothing of that name is under way."
    })
final class AbortCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private SiteOptions site = new SiteOptions();

  @Parameters(
      index = "0",
      paramLabel = "JOB",
      converter = JobNouns.class,
      completionCandidates = JobNouns.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Job job = Job.REFRESH;

  @Parameters(
      index = "1",
      paramLabel = "GROUP",
      description = "The view group or table group, as \"tributary status\" shows it.")
  private String subject = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the report.")
  private String reason = "stopped from the command line";

  AbortCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Site at = site.site(shell);
    String id = Ids.runId(at.spec().name(), job, subject);
    try (TemporalConnection temporal =
        TemporalConnection.open(at.temporal(), Payloads.converter())) {
      WorkflowStub run = temporal.client().newUntypedWorkflowStub(id);
      shell.out().println(run.update("abort", String.class, reason));
      return ExitCodes.DONE;
    } catch (WorkflowNotFoundException e) {
      throw new UserMistake("no run " + id + " is under way: see \"tributary status\"", e);
    }
  }
}
