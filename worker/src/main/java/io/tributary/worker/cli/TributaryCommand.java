package io.tributary.worker.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** The command line as a whole: every command is in the list of {@link #commands}. */
@Command(
    name = "tributary",
    description =
        "Durable workflows that bring operational data to Amazon Redshift and keep it right.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary up                 start everything on this machine and show it working",
      "  tributary start refresh      refresh what is stale",
      "  tributary doctor             say what is missing, and the fix",
      "",
      "Exit codes of every command: 0 done, 1 failed, 2 bad input or a missing prerequisite."
    })
public final class TributaryCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private TributaryCommand() {}

  /** Runs one command and returns its exit code; a failure has been told in one message. */
  public static int run(Shell shell, String... arguments) {
    return commands(shell).execute(arguments);
  }

  /** Builds all commands, one file each. */
  static CommandLine commands(Shell shell) {
    CommandLine all = new CommandLine(new TributaryCommand());
    all.addSubcommand("up", new UpCommand(shell));
    all.addSubcommand(
        "sandbox",
        new CommandLine(new SandboxCommand(shell)).setUnmatchedOptionsArePositionalParams(true));
    all.addSubcommand("worker", new WorkerCommand(shell));
    all.addSubcommand("start", startable(shell));
    all.addSubcommand("status", new StatusCommand(shell));
    all.addSubcommand("abort", new AbortCommand(shell));
    all.addSubcommand("env", environment(shell));
    all.addSubcommand("examples", new ExamplesCommand(shell));
    all.addSubcommand("doctor", new DoctorCommand(shell));
    all.addSubcommand("version", new VersionCommand(shell));
    all.addSubcommand("completion", new CompletionCommand(shell));
    withHelp(all);
    all.setOut(shell.out());
    all.setErr(shell.err());
    all.setUsageHelpAutoWidth(false);
    all.setUsageHelpWidth(100);
    all.setCaseInsensitiveEnumValuesAllowed(true);
    all.setColorScheme(
        CommandLine.Help.defaultColorScheme(shell.interactive() ? Ansi.AUTO : Ansi.OFF));
    all.setParameterExceptionHandler(new Mistakes(shell)::parsing);
    all.setExecutionExceptionHandler(new Mistakes(shell)::running);
    return all;
  }

  /** Gives every command the same option of the same meaning. */
  private static void withHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Show this help and exit.")
                .build());
    command.getSubcommands().values().forEach(TributaryCommand::withHelp);
  }

  private static CommandLine startable(Shell shell) {
    CommandLine start = new CommandLine(new StartCommand());
    start.addSubcommand("refresh", new StartRefreshCommand(shell));
    start.addSubcommand("reconciliation", new StartReconciliationCommand(shell));
    return start;
  }

  private static CommandLine environment(Shell shell) {
    CommandLine environment = new CommandLine(new EnvCommand());
    environment.addSubcommand("check", new EnvCheckCommand(shell));
    environment.addSubcommand("show", new EnvShowCommand(shell));
    environment.addSubcommand("routes", new EnvRoutesCommand(shell));
    environment.addSubcommand("diff", new EnvDiffCommand(shell));
    environment.addSubcommand("publish", new EnvPublishCommand(shell));
    return environment;
  }

  /** Without a command: the help. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
