package io.tributary.worker.cli;

import io.tributary.activities.environment.EnvironmentDiff;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "diff",
    description = "Show what is different between two specifications, defaults included.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary env diff stage prod --markdown",
      "",
      "Exit codes: 0 the same, 1 different, 2 problems."
    })
final class EnvDiffCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "FROM", description = "A name or a file.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = "A name or a file.")
  private String to = "";

  @Option(names = "--markdown", description = "Print Markdown, for a pull request.")
  private boolean markdown;

  EnvDiffCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    EnvironmentDiff diff =
        EnvironmentDiff.between(
            from, Site.read(Site.file(shell, from)), to, Site.read(Site.file(shell, to)));
    shell.out().println((markdown ? diff.markdown() : diff.text()).stripTrailing());
    return diff.same() ? ExitCodes.DONE : ExitCodes.FAILED;
  }
}
