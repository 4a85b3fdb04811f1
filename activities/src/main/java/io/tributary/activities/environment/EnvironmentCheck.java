package io.tributary.activities.environment;

import io.tributary.workflows.environment.EnvironmentSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether a specification is sound: what {@code tributary env check} prints. The command exits with
 * 0 when it is, with 2 when it is not.
 *
 * @param file the file
 * @param spec the specification; empty when there are problems
 * @param problems everything that is wrong with it
 */
public record EnvironmentCheck(Path file, Optional<EnvironmentSpec> spec, List<Problem> problems) {
  /** Checks a file; problems are a result, not an exception. */
  public static EnvironmentCheck of(Path file) {
    try {
      return new EnvironmentCheck(file, Optional.of(EnvironmentFile.read(file)), List.of());
    } catch (EnvironmentProblems found) {
      return new EnvironmentCheck(file, Optional.empty(), found.problems());
    }
  }

  /** Returns whether there is no problem. */
  public boolean sound() {
    return spec.isPresent();
  }

  /** Returns one line with counts and digest, or every problem with its place and the way out. */
  public String text() {
    return spec.map(this::summary)
        .orElseGet(() -> new EnvironmentProblems(problems).getMessage() + "\n");
  }

  private String summary(EnvironmentSpec found) {
    int tables = found.sources().stream().mapToInt(source -> source.tables().size()).sum();
    return file
        + ": "
        + found.name()
        + " is sound. "
        + found.sources().size()
        + " sources, "
        + tables
        + " tables, "
        + found.views().size()
        + " views, "
        + found.materializedViews().size()
        + " materialized views. Digest "
        + EnvironmentStore.digest(found)
        + "\n";
  }
}
