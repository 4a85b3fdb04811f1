package io.tributary.worker.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "start",
    description = "Start a job, show its progress and wait for its end.",
    synopsisSubcommandLabel = "JOB",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary start refresh --view mart.customer_orders --force",
      "  tributary start reconciliation --table aurora.public.orders",
      "",
      "Exit codes: 0 done or equal, 1 failed or different, 2 bad input, 3 differences in flight only,",
      "4 another run of the same subject is under way."
    })
final class StartCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "start what? Name a job: refresh or reconciliation");
  }
}
