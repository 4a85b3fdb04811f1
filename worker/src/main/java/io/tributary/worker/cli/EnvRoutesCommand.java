package io.tributary.worker.cli;

import io.tributary.activities.environment.EnvironmentRoutes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "routes",
    description = "Say how each source reaches the warehouse and why, or why it cannot.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary env routes prod",
      "",
      "Exit codes: 0 every table has a route, 1 a route is refused, 2 problems."
    })
final class EnvRoutesCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NAME|FILE", description = "The environment.")
  private String environment = "";

  EnvRoutesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    EnvironmentRoutes routes = EnvironmentRoutes.of(Site.read(Site.file(shell, environment)));
    shell.out().println(routes.text().stripTrailing());
    return routes.refused() ? ExitCodes.FAILED : ExitCodes.DONE;
  }
}
