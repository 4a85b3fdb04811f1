package io.tributary.worker.cli;

import io.tributary.activities.environment.EnvironmentFile;
import io.tributary.activities.environment.EnvironmentFiles;
import io.tributary.worker.UserMistake;
import io.tributary.worker.temporal.TemporalTarget;
import io.tributary.worker.up.SandboxAws;
import io.tributary.worker.up.UpFile;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.job.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One environment as a command sees it.
 *
 * @param spec its specification as the file says now
 * @param temporal where its runs are
 * @param evidence the location of its evidence store
 * @param ui the address of Temporal's web UI, null where none is known
 */
record Site(EnvironmentSpec spec, TemporalTarget temporal, String evidence, @Nullable String ui) {
  /** Finds the sandbox of a running {@code up} and points the AWS SDK of this process at it. */
  static Site running(Shell shell, Path state) {
    try {
      UpFile up =
          UpFile.read(state)
              .orElseThrow(
                  () ->
                      new UserMistake(
                          "no \"tributary up\" is running with its state in %s: start one, or name an environment with --environment"
                              .formatted(state)));
      SandboxAws.useInThisProcess(state);
      return new Site(
          read(file(shell, "sandbox")),
          TemporalTarget.local(up.temporal(), up.namespace(), state.resolve("up.json").toString()),
          up.evidence(),
          up.ui());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds a named environment; Temporal is where the standard variables say. */
  static Site named(Shell shell, String environment) {
    EnvironmentSpec spec = read(file(shell, environment));
    return new Site(
        spec,
        TemporalTarget.configured(shell.variables(), Ids.namespace(spec.name())),
        spec.evidence().store(),
        null);
  }

  /** Returns the file of an environment: a path, or a name below {@code environments/}. */
  static Path file(Shell shell, String environment) {
    List<Path> places =
        List.of(
            Path.of(environment),
            Path.of("environments", environment + ".yaml"),
            shell.home().resolve("environments").resolve(environment + ".yaml"));
    for (Path place : places) {
      if (Files.isRegularFile(place)) {
        return place;
      }
    }
    // Not found: the reader of environments says so, and names the nearest.
    return new EnvironmentFiles(shell.home().resolve("environments")).find(environment);
  }

  /** Reads a specification, or says all that is wrong with it. */
  static EnvironmentSpec read(Path file) {
    return EnvironmentFile.read(file);
  }

  /** Returns the queue on which runs are started. */
  String taskQueue() {
    return Ids.taskQueue(spec.name());
  }
}
