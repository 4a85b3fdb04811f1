package io.tributary.sandbox.temporal;

import io.tributary.sandbox.Part;
import io.tributary.sandbox.SandboxFailure;
import io.tributary.sandbox.SandboxOptions.TemporalOptions;
import io.tributary.sandbox.StateDirectory;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Chooses the Temporal server: the one asked for, else the best that can be had. */
public final class TemporalServers {
  private static final String VARIABLE = "TEMPORAL_CLI_PATH";

  private TemporalServers() {}

  /**
   * The server that the options ask for; empty for {@code none}.
   *
   * @throws SandboxFailure if a binary is named that cannot be run
   */
  public static Optional<Part> find(TemporalOptions options, StateDirectory state) {
    return switch (options.server()) {
      case "none" -> Optional.empty();
      case "in-process" -> Optional.of(new InProcessServer(options, state));
      case "download" ->
          Optional.of(new DevServer(DownloadedBinary.get(System.getenv()), options, state));
      case "auto" ->
          Optional.of(
              binary()
                  .<Part>map(found -> new DevServer(found, options, state))
                  .orElseGet(() -> new InProcessServer(options, state)));
      default ->
          Optional.of(new DevServer(executable("--temporal", options.server()), options, state));
    };
  }

  private static Optional<Path> binary() {
    var named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      return Optional.of(executable(VARIABLE, named));
    }
    var path = System.getenv("PATH");
    return Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "temporal"))
        .filter(TemporalServers::canRun)
        .findFirst();
  }

  private static Path executable(String source, String name) {
    var path = Path.of(name).toAbsolutePath();
    if (!canRun(path)) {
      throw new SandboxFailure(
          "There is no program that can be run at %s (%s): give the path of the temporal command, or in-process"
              .formatted(path, source));
    }
    return path;
  }

  private static boolean canRun(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }
}
