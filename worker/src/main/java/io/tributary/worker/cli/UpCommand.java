package io.tributary.worker.cli;

import io.tributary.worker.UserMistake;
import io.tributary.worker.up.Up;
import io.tributary.worker.up.UpOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    description = "Start everything on this machine and show it working; Ctrl-C stops everything.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary up --once --state /tmp/tributary",
      "",
      "Temporal is the first of: the server that TEMPORAL_ADDRESS names, a temporal binary",
      "(TEMPORAL_CLI_PATH, the PATH), a download of one, an in-process server.",
      "",
      "Exit codes: 0 shown (--once), 1 something failed, 2 a missing prerequisite."
    })
final class UpCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--once",
      description = "End after the demonstration. The last lines name the reports.")
  private boolean once;

  @Option(names = "--fresh", description = "Forget the state of earlier runs first.")
  private boolean fresh;

  @Option(names = "--offline", description = "Download nothing.")
  private boolean offline;

  @Option(
      names = "--trouble",
      description =
          "Turn on everyday trouble: slow states, a cold resume, throttles, lost answers.")
  private boolean trouble;

  @Option(
      names = "--scale",
      paramLabel = "FACTOR",
      defaultValue = "0.01",
      description = "The scale factor of TPC-H. Default: ${DEFAULT-VALUE}, 60,000 lines of orders.")
  private double scale;

  @Option(
      names = "--port",
      defaultValue = "0",
      description =
          "Port of the sandbox's AWS endpoint; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description = "Where everything is kept. Default: .tributary beside the launcher.")
  private @Nullable Path state;

  UpCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    if (!(scale > 0 && scale <= 10)) {
      throw new UserMistake(
          "--scale %s: give a number above 0 and up to 10; 0.01 is 60,000 lines of orders"
              .formatted(scale));
    }
    if (port < 0 || port > 65535) {
      throw new UserMistake("--port %d: a port is between 0 and 65535".formatted(port));
    }
    UpOptions options =
        new UpOptions(
            shell.home(),
            (state == null ? shell.state() : state).toAbsolutePath().normalize(),
            shell.variables(),
            Double.toString(scale),
            port,
            new UpOptions.Switches(once, fresh, offline, trouble, shell.interactive()));
    return new Up(options, shell.out()).run() ? ExitCodes.DONE : ExitCodes.FAILED;
  }
}
