package io.tributary.worker.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "env",
    description = "Work with environment specifications.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary env check environments/prod.yaml",
      "  tributary env diff stage prod",
      "",
      "Exit codes: 0 done, 1 something differs or is refused, 2 the specification has problems."
    })
final class EnvCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command? check, show, routes, diff or publish");
  }
}
