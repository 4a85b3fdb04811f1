package io.tributary.worker.cli;

import io.tributary.activities.environment.EnvironmentProblems;
import io.tributary.worker.UserMistake;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.error.Owner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one message and an exit code; a person never sees a stack trace. */
final class Mistakes {
  private final Shell shell;

  Mistakes(Shell shell) {
    this.shell = shell;
  }

  /** A command line that cannot be understood. */
  int parsing(ParameterException e, String[] arguments) {
    shell.err().println("tributary: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, shell.err());
    shell
        .err()
        .println("Try \"" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help\".");
    return ExitCodes.MISTAKE;
  }

  /** A command that failed. */
  int running(Exception e, CommandLine commandLine, ParseResult parsed) {
    debug(e);
    if (e instanceof UserMistake) {
      shell.err().println("tributary: " + e.getMessage());
      return ExitCodes.MISTAKE;
    }
    if (e instanceof EnvironmentProblems) {
      shell.err().println(e.getMessage());
      return ExitCodes.MISTAKE;
    }
    Optional<ErrorCode> code = Failures.code(e);
    if (code.isPresent()) {
      shell.err().println("tributary: " + Failures.sentence(e));
      shell.err().println("See docs/runbook.md#" + code.get().anchor());
      return code.get().owner() == Owner.OPERATOR ? ExitCodes.MISTAKE : ExitCodes.FAILED;
    }
    shell
        .err()
        .println(
            "tributary: %s%s. This is a defect of Tributary; the details are in %s"
                .formatted(
                    e.getClass().getSimpleName(),
                    e.getMessage() == null ? "" : ": " + firstLine(e.getMessage()),
                    keep(e)));
    return ExitCodes.FAILED;
  }

  private void debug(Exception e) {
    if (shell.variables().containsKey("TRIBUTARY_DEBUG")) {
      e.printStackTrace(shell.err());
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private String keep(Exception e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    Path file = shell.state().resolve("last-error.txt");
    try {
      Files.createDirectories(shell.state());
      Files.writeString(file, Instant.now() + "\n" + text);
      return file.toString();
    } catch (IOException unwritable) {
      return "the output of the same command with TRIBUTARY_DEBUG=1";
    }
  }
}
