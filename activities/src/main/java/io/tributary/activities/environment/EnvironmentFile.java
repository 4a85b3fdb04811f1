package io.tributary.activities.environment;

import io.tributary.activities.environment.YamlNode.Mapping;
import io.tributary.activities.environment.YamlNode.Scalar;
import io.tributary.workflows.environment.EnvironmentSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code environments/<env>.yaml}: strictly, with what it {@code extends}, and with every
 * problem at once. Nothing is corrected or guessed. A file is read in the sandbox as it is in
 * production.
 */
public final class EnvironmentFile {
  private static final String EXTENDS = "extends";

  private final List<Problem> problems = new ArrayList<>();
  private final Path file;

  private EnvironmentFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a specification.
   *
   * @throws EnvironmentProblems with everything that is wrong with it, also a file that cannot be
   *     read
   */
  public static EnvironmentSpec read(Path file) {
    return load(file).spec();
  }

  /**
   * Reads a specification and keeps what the files say, so that defaults can be told from it.
   *
   * @throws EnvironmentProblems as {@link #read}
   */
  public static LoadedEnvironment load(Path file) {
    return new EnvironmentFile(file).load();
  }

  private LoadedEnvironment load() {
    Optional<Mapping> tree = merged(file, new ArrayList<>());
    if (tree.isEmpty()) {
      throw new EnvironmentProblems(distinct());
    }
    SpecBinder binder = new SpecBinder(problems);
    Map<String, @Nullable Object> parts = binder.parts(EnvironmentSpec.class, tree.get(), "");
    SpecRules.check(new SpecDraft(tree.get(), parts, binder, problems));
    Optional<EnvironmentSpec> spec = SpecBinder.record(EnvironmentSpec.class, parts);
    if (spec.isEmpty() || !problems.isEmpty()) {
      throw new EnvironmentProblems(distinct());
    }
    return new LoadedEnvironment(spec.get(), new LoadedEnvironment.Written(tree.get()));
  }

  /** Reads a file and lays it over the one that it extends. */
  private Optional<Mapping> merged(Path path, List<Path> above) {
    Optional<Mapping> read = document(path);
    if (read.isEmpty()) {
      return read;
    }
    Mapping tree = read.get();
    YamlNode lower = tree.values().remove(EXTENDS);
    if (lower == null) {
      return read;
    }
    List<Path> chain = new ArrayList<>(above);
    chain.add(path.toAbsolutePath().normalize());
    return base(path, lower, chain)
        .map(base -> (Mapping) YamlMerge.merge(base, tree))
        .or(() -> Optional.of(tree));
  }

  private Optional<Mapping> base(Path path, YamlNode lower, List<Path> chain) {
    if (!(lower instanceof Scalar name) || name.kind() != YamlNode.Kind.TEXT) {
      problem(
          lower.place(), lower.describe() + " does not fit", "Give one file, relative to this.");
      return Optional.empty();
    }
    Path target = path.resolveSibling(name.text());
    if (chain.contains(target.toAbsolutePath().normalize())) {
      problem(lower.place(), "the files extend each other in a circle", "Take one extends away.");
      return Optional.empty();
    }
    if (!Files.isRegularFile(target)) {
      problem(
          lower.place(),
          "there is no file " + SecretGuard.shown(target.toString()),
          "Give a file relative to this one, like base/common.yaml.");
      return Optional.empty();
    }
    return merged(target, chain);
  }

  private Optional<Mapping> document(Path path) {
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8);
      Optional<YamlNode> root = new YamlReader(path.toString(), problems).read(text);
      root.ifPresent(node -> new SecretScan(problems).scan(node, ""));
      if (root.isPresent() && !(root.get() instanceof Mapping)) {
        problems.add(
            new Problem(
                root.get().place(),
                "",
                root.get().describe() + " does not fit",
                "Give a mapping."));
      }
      return root.filter(Mapping.class::isInstance).map(Mapping.class::cast);
    } catch (IOException unreadable) {
      problems.add(
          new Problem(
              new Place(path.toString(), 1),
              "",
              "the file cannot be read: " + unreadable.getClass().getSimpleName(),
              "Give a specification in UTF-8 that this user may read."));
      return Optional.empty();
    }
  }

  private void problem(Place place, String seen, String accepted) {
    problems.add(new Problem(place, EXTENDS, seen, accepted));
  }

  /** One problem for each place and path: the first, which is the one about a secret. */
  private List<Problem> distinct() {
    List<Problem> distinct = new ArrayList<>();
    for (Problem problem : problems) {
      boolean known =
          distinct.stream()
              .anyMatch(
                  other ->
                      other.place().equals(problem.place()) && other.path().equals(problem.path()));
      if (!known) {
        distinct.add(problem);
      }
    }
    return distinct;
  }
}
