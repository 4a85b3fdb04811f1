package io.tributary.activities.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.MaterializedView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The environments of this repository. */
class EnvironmentFilesTest {
  static final Path ENVIRONMENTS =
      Path.of(Objects.requireNonNull(System.getProperty("tributary.root")), "environments");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(ENVIRONMENTS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void thereAreFour() throws IOException {
    assertThat(files().stream().map(file -> file.getFileName().toString()))
        .contains("sandbox.yaml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachIsSoundAndNamedLikeItsFile(Path file) {
    EnvironmentSpec spec = EnvironmentFile.read(file);
    assertThat(file.getFileName()).hasToString(spec.name() + ".yaml");
  }

  @Test
  void theSandboxHasFourLevelsOfViewsWithADiamond() {
    EnvironmentSpec spec = EnvironmentFile.read(ENVIRONMENTS.resolve("sandbox.yaml"));
    TreeMap<String, Integer> levels = new TreeMap<>();
    for (MaterializedView view : spec.materializedViews()) {
      levels.put(view.name(), level(view, spec.materializedViews()));
    }
    assertThat(levels).hasSizeGreaterThanOrEqualTo(11);
    assertThat(levels.values()).contains(1, 2, 3, 4).doesNotContain(5);
    assertThat(levels).containsEntry("mart.executive_summary", 4);
    assertThat(reads(spec, "mart.executive_summary"))
        .contains("mart.daily_sales", "mart.nation_revenue");
    assertThat(reads(spec, "mart.daily_sales")).contains("mart.order_facts");
    assertThat(reads(spec, "mart.nation_revenue")).contains("mart.order_facts");
  }

  private static List<String> reads(EnvironmentSpec spec, String name) {
    return spec.materializedViews().stream()
        .filter(view -> view.name().equals(name))
        .flatMap(view -> SqlText.of(view.sql()).names().stream())
        .toList();
  }

  private static int level(MaterializedView view, List<MaterializedView> all) {
    int level = 1;
    for (MaterializedView other : all) {
      if (SqlText.of(view.sql()).names().contains(other.name())) {
        level = Math.max(level, level(other, all) + 1);
      }
    }
    return level;
  }
}
