package io.tributary.worker.cli;

import io.tributary.activities.environment.EnvironmentCheck;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = "Show every problem of a specification, with its place and what would be right.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary env check environments/prod.yaml",
      "",
      "Exit codes: 0 sound, 2 problems."
    })
final class EnvCheckCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NAME|FILE", description = "The environment.")
  private String environment = "";

  EnvCheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    EnvironmentCheck check = EnvironmentCheck.of(Site.file(shell, environment));
    (check.sound() ? shell.out() : shell.err()).println(check.text().stripTrailing());
    return check.sound() ? ExitCodes.DONE : ExitCodes.MISTAKE;
  }
}
