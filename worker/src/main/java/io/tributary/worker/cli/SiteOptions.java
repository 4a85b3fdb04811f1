package io.tributary.worker.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which environment a command works on. */
final class SiteOptions {
  @Option(
      names = "--environment",
      paramLabel = "NAME|FILE",
      description = {
        "The environment: a name, for environments/NAME.yaml, or a file.",
        "Default: the sandbox of the \"tributary up\" that runs."
      })
  private @Nullable String environment;

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description =
          "The state folder of the \"tributary up\" that runs. Default: .tributary beside the launcher.")
  private @Nullable Path state;

  /** Returns whether the person named one. */
  boolean isNamed() {
    return environment != null;
  }

  /** Finds the environment. */
  Site site(Shell shell) {
    return environment == null
        ? Site.running(shell, state == null ? shell.state() : state)
        : Site.named(shell, environment);
  }
}
