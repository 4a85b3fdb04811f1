package io.tributary.worker.cli;

import io.tributary.worker.UserMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "doctor",
    description = "Check every prerequisite and say what mends it.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary doctor --environment prod",
      "",
      "Without --environment: this machine, and the sandbox when \"tributary up\" runs.",
      "",
      "Exit codes: 0 all is well, 2 something is missing."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private SiteOptions site = new SiteOptions();

  DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>(new MachineChecks(shell).all());
    findings.forEach(this::show);
    boolean well = findings.stream().allMatch(Finding::well);
    try {
      List<Finding> more = new SiteChecks(site.site(shell)).all();
      more.forEach(this::show);
      well &= more.stream().allMatch(Finding::well);
    } catch (UserMistake e) {
      if (site.isNamed()) {
        throw e;
      }
      shell.out().println("--   no environment was checked: " + e.getMessage());
    }
    return well ? ExitCodes.DONE : ExitCodes.MISTAKE;
  }

  private void show(Finding finding) {
    shell
        .out()
        .println(
            "%s %s: %s"
                .formatted(finding.well() ? "ok  " : "FIX ", finding.name(), finding.seen()));
  }
}
