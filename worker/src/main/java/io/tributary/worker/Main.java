package io.tributary.worker;

import io.tributary.worker.cli.Shell;
import io.tributary.worker.cli.TributaryCommand;

/** The one entry point: the command line, of which the worker is a command. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Logs.quiet();
    System.exit(TributaryCommand.run(Shell.ofProcess(), arguments));
  }
}
