package io.tributary.worker.cli;

import io.tributary.workflows.job.Job;
import io.tributary.workflows.refresh.RefreshInput;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "refresh",
    description = "Refresh stale materialized views in the order of their dependencies.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary start refresh --view mart.customer_orders --force",
      "",
      "Exit codes: 0 done or added to the run under way, 1 a view failed, 2 bad input."
    })
final class StartRefreshCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private StartOptions options = new StartOptions();

  @Option(
      names = "--view",
      paramLabel = "SCHEMA.VIEW|GROUP",
      description = "What to refresh; may be repeated. Default: all.")
  private @Nullable List<String> views;

  @Option(names = "--force", description = "Refresh also what is not stale.")
  private boolean force;

  StartRefreshCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    RefreshInput input =
        new RefreshInput(
            null,
            views,
            force ? Boolean.TRUE : null,
            options.maxParallel,
            options.mode(),
            options.digest);
    return new JobStart(shell).run(Job.REFRESH, options, input);
  }
}
