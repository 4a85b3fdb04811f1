package io.tributary.worker.cli;

import io.tributary.workflows.job.Job;
import io.tributary.workflows.reconciliation.Depth;
import io.tributary.workflows.reconciliation.ReconciliationInput;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reconciliation",
    description = "Compare tables of the sources with their copies in the warehouse.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary start reconciliation --table aurora.public.orders --depth checksum",
      "",
      "Exit codes: 0 equal, 1 different or an error, 2 bad input, 3 differences in flight only,",
      "4 another run of the group is under way."
    })
final class StartReconciliationCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private StartOptions options = new StartOptions();

  @Option(
      names = "--table",
      paramLabel = "SOURCE.SCHEMA.TABLE|GROUP",
      description = "What to compare; may be repeated. Default: all.")
  private @Nullable List<String> tables;

  @Option(
      names = "--depth",
      description = "How deep to look: ${COMPLETION-CANDIDATES}. Default: ROWS.")
  private @Nullable Depth depth;

  StartReconciliationCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    ReconciliationInput input =
        new ReconciliationInput(
            null, tables, depth, options.maxParallel, options.mode(), options.digest);
    return new JobStart(shell).run(Job.RECONCILIATION, options, input);
  }
}
