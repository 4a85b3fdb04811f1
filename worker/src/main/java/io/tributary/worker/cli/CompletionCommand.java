package io.tributary.worker.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

@Command(
    name = "completion",
    description = "Print the completion script for bash and zsh.",
    footerHeading = "%nExample:%n",
    footer = {"  source <(tributary completion)", "", "Exit code: 0."})
final class CompletionCommand implements Callable<Integer> {
  private final Shell shell;

  CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.out().println(AutoComplete.bash("tributary", TributaryCommand.commands(shell)));
    return ExitCodes.DONE;
  }
}
