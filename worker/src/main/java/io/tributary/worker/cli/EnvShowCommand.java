package io.tributary.worker.cli;

import io.tributary.activities.environment.EnvironmentFile;
import io.tributary.activities.environment.EnvironmentText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Print a specification with all that it extends and every default.",
    footerHeading = "%nExample:%n",
    footer = {"  tributary env show stage", "", "Exit codes: 0 shown, 2 problems."})
final class EnvShowCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NAME|FILE", description = "The environment.")
  private String environment = "";

  EnvShowCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell
        .out()
        .println(
            EnvironmentText.of(EnvironmentFile.load(Site.file(shell, environment)))
                .stripTrailing());
    return ExitCodes.DONE;
  }
}
