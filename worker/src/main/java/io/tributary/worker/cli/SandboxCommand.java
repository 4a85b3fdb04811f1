package io.tributary.worker.cli;

import io.tributary.worker.up.SandboxProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "sandbox",
    description = "Run the sandbox alone: it plays AWS, Redshift, Aurora and Temporal on loopback.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary sandbox --state .tributary/alone --temporal none",
      "",
      "Options of the sandbox: --state FOLDER, --scale 0.01, --port 0,",
      "--temporal auto|in-process|download|none|PATH, --namespace NAME, --search-attribute NAME=TYPE,",
      "--account ID, --region NAME, --time-scale 1.0, --trouble.",
      "It ends with SIGTERM. Addresses are in FOLDER/sandbox.json, AWS variables in FOLDER/sandbox.env.",
      "",
      "Exit codes: 0 stopped, 1 failed, 2 bad input."
    })
final class SandboxCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "OPTION",
      arity = "0..*",
      description = "Options of the sandbox, see below. Default: --state .tributary/sandbox")
  private List<String> options = new ArrayList<>();

  SandboxCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options);
    if (!all.contains("--state")) {
      all.add("--state");
      all.add(shell.state().resolve("sandbox").toString());
    }
    Process process =
        new ProcessBuilder(SandboxProcess.command(shell.home(), all)).inheritIO().start();
    Thread stop = new Thread(() -> stop(process), "stop-sandbox");
    Runtime.getRuntime().addShutdownHook(stop);
    return process.waitFor();
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
