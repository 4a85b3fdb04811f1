package io.tributary.worker.up;

import io.tributary.worker.UserMistake;
import io.tributary.worker.temporal.TemporalTarget;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Which Temporal {@code up} uses: the first of a configured server, a {@code temporal} binary, a
 * download of one, the in-process server.
 *
 * @param kind which of them
 * @param sandboxOption the value of the sandbox's {@code --temporal}
 * @param sentence which one it is, what it cannot do and how to get another
 */
record TemporalChoice(Kind kind, String sandboxOption, String sentence) {
  /** The four. */
  enum Kind {
    /** Runs already; {@code TEMPORAL_ADDRESS} or a profile says where. */
    CONFIGURED,
    /** A binary on this machine. */
    BINARY,
    /** A binary that the SDK downloads first. */
    DOWNLOAD,
    /** The server inside the sandbox's own process. */
    IN_PROCESS
  }

  private static final String BINARY_VARIABLE = "TEMPORAL_CLI_PATH";

  /**
   * Chooses.
   *
   * @param internet whether the place of the download answers within two seconds; asked only when
   *     it matters
   * @throws UserMistake when the variable names no executable file
   */
  static TemporalChoice of(
      Map<String, String> variables, boolean offline, BooleanSupplier internet) {
    if (TemporalTarget.isConfigured(variables)) {
      return new TemporalChoice(
          Kind.CONFIGURED,
          "none",
          "Temporal: the server that the TEMPORAL_… settings name%s. Unset them to use one of this machine."
              .formatted(address(variables)));
    }
    Optional<Path> binary = binary(variables);
    if (binary.isPresent()) {
      return new TemporalChoice(
          Kind.BINARY,
          binary.get().toString(),
          "Temporal: a dev server of %s, for trying: one process, a SQLite file. For another server set TEMPORAL_ADDRESS."
              .formatted(binary.get()));
    }
    if (!offline && internet.getAsBoolean()) {
      return new TemporalChoice(
          Kind.DOWNLOAD,
          "download",
          "Temporal: a dev server; downloading the temporal CLI (about 60 MB, kept for the next time) from https://temporal.download. --offline prevents it.");
    }
    return new TemporalChoice(
        Kind.IN_PROCESS,
        "in-process",
        "Temporal: the in-process server. It has no schedules, no lists of runs and no UI, and forgets all runs when it stops."
            + " For a real one put the temporal CLI on the PATH (https://docs.temporal.io/cli) or set TEMPORAL_ADDRESS.");
  }

  private static String address(Map<String, String> variables) {
    String address = variables.get("TEMPORAL_ADDRESS");
    return address == null ? "" : " (" + address + ")";
  }

  private static Optional<Path> binary(Map<String, String> variables) {
    String named = variables.get(BINARY_VARIABLE);
    if (named != null) {
      Path path = Path.of(named).toAbsolutePath();
      if (!isProgram(path)) {
        throw new UserMistake(
            "%s names %s, which is not an executable file: name the temporal binary, or unset it"
                .formatted(BINARY_VARIABLE, named));
      }
      return Optional.of(path);
    }
    for (String folder : variables.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path path = Path.of(folder).resolve("temporal").toAbsolutePath();
      if (!folder.isEmpty() && isProgram(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }
}
