package io.tributary.activities.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder {@code environments}: finds the file that a person means. */
public final class EnvironmentFiles {
  private static final String SUFFIX = ".yaml";

  private final Path folder;

  /**
   * Makes the folder.
   *
   * @param folder usually {@code environments} of the working directory
   */
  public EnvironmentFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Finds a file by an environment's name or by a path ({@code /} or {@code .yaml} in it).
   *
   * @throws EnvironmentProblems naming the nearest environment when there is no such file
   */
  public Path find(String nameOrPath) {
    if (nameOrPath.contains("/") || nameOrPath.endsWith(SUFFIX)) {
      return Path.of(nameOrPath);
    }
    Path file = folder.resolve(nameOrPath + SUFFIX);
    if (Files.isRegularFile(file)) {
      return file;
    }
    List<String> known = names();
    String nearest =
        Nearest.of(nameOrPath, known).map(found -> "Did you mean " + found + "? ").orElse("");
    throw new EnvironmentProblems(
        List.of(
            new Problem(
                new Place(file.toString(), 1),
                "",
                "there is no environment " + SecretGuard.shown(nameOrPath),
                nearest + "Known: " + String.join(", ", known) + "; or give a path.")));
  }

  /** Returns the names of all environments of the folder, sorted. */
  public List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
