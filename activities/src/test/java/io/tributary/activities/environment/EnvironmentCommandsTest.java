package io.tributary.activities.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.activities.evidence.FolderEvidence;
import io.tributary.workflows.environment.EnvironmentSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the commands {@code tributary env …} print. */
class EnvironmentCommandsTest {
  private static final String GOLDEN =
      "activities/src/test/resources/io/tributary/activities/environment/EnvironmentCommandsTest.";
  private static final Path ENVIRONMENTS = EnvironmentFilesTest.ENVIRONMENTS;

  @TempDir Path folder;

  static List<Path> files() throws IOException {
    return EnvironmentFilesTest.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void showPrintsWhatReadsBackTheSame(Path file) throws IOException {
    LoadedEnvironment loaded = EnvironmentFile.load(file);
    Path shown = Files.writeString(folder.resolve("shown.yaml"), EnvironmentText.of(loaded));
    assertThat(EnvironmentFile.read(shown)).isEqualTo(loaded.spec());
  }

  @Test
  void showMarksDefaults() throws IOException {
    Accepted.assertEqual(
        GOLDEN + "showMarksDefaults.yaml",
        EnvironmentText.of(EnvironmentFile.load(sound(BadSpecificationTest.SOUND))));
  }

  @Test
  void checkPrintsAllProblems() throws IOException {
    String bad =
        BadSpecificationTest.SOUND
            .replace(
                "engine: POSTGRES\n    hosting: AURORA",
                "engine: SQL_SERVER\n    hosting: SELF_MANAGED")
            .replace("database: dev", "databse: dev")
            .replace(
                "group: marts, sql: SELECT a FROM mart.a",
                "group: martz, sql: SELECT a FROM mart.a");
    String text = EnvironmentCheck.of(sound(bad)).text().replace(folder + "/", "");
    Accepted.assertEqual(GOLDEN + "checkPrintsAllProblems.txt", text);
  }

  @Test
  void routesSayWhy() throws IOException {
    EnvironmentSpec prod = EnvironmentFile.read(ENVIRONMENTS.resolve("prod.yaml"));
    EnvironmentRoutes routes = EnvironmentRoutes.of(prod);
    assertThat(routes.refused()).isFalse();
    Accepted.assertEqual(GOLDEN + "routesSayWhy.txt", routes.text());
  }

  @Test
  void diffNamesEachPathOnce() throws IOException {
    EnvironmentDiff diff = stageToProd();
    assertThat(diff.changes())
        .contains(
            new EnvironmentDiff.Change(
                "sources[raptor].host", "sqlserver.stage.example.com", "LSNRGNP04A.ad.idelb.com"));
    Accepted.assertEqual(GOLDEN + "diffNamesEachPathOnce.txt", diff.text());
    Accepted.assertEqual(GOLDEN + "diffNamesEachPathOnce.md", diff.markdown());
  }

  @Test
  void nothingDiffersFromItself() {
    EnvironmentSpec prod = EnvironmentFile.read(ENVIRONMENTS.resolve("prod.yaml"));
    EnvironmentDiff diff = EnvironmentDiff.between("prod", prod, "prod", prod);
    assertThat(diff.same()).isTrue();
    assertThat(diff.text()).isEqualTo("prod and prod are the same.\n");
  }

  @Test
  void publishSaysWhatChanged() throws IOException {
    EnvironmentStore store = new EnvironmentStore(new FolderEvidence(folder.resolve("evidence")));
    EnvironmentSpec first = EnvironmentFile.read(sound(BadSpecificationTest.SOUND));
    EnvironmentPublication one = EnvironmentPublication.publish(first, store);
    assertThat(one.text())
        .isEqualTo(
            "There is no earlier publication to compare with.\npublished test "
                + one.digest()
                + "\n");
    assertThat(EnvironmentPublication.publish(first, store).text()).startsWith("Nothing changed.");
    String changed = BadSpecificationTest.SOUND.replace("database: dev", "database: other");
    EnvironmentPublication two =
        EnvironmentPublication.publish(EnvironmentFile.read(sound(changed)), store);
    assertThat(two.text())
        .contains("warehouse.database\n  - dev\n  + other\n", "published test " + two.digest());
    assertThat(store.newest("test")).contains(two.digest());
  }

  @Test
  void anEnvironmentIsFoundByNameOrPath() {
    EnvironmentFiles files = new EnvironmentFiles(ENVIRONMENTS);
    assertThat(files.find("prod")).isEqualTo(ENVIRONMENTS.resolve("prod.yaml"));
    assertThat(files.find("other/x.yaml")).isEqualTo(Path.of("other/x.yaml"));
    assertThat(files.names()).containsExactly("dev", "prod", "sandbox", "stage");
    assertThatThrownBy(() -> files.find("prd"))
        .isInstanceOf(EnvironmentProblems.class)
        .hasMessageContaining("Did you mean prod?");
  }

  private static EnvironmentDiff stageToProd() {
    return EnvironmentDiff.between(
        "stage",
        EnvironmentFile.read(ENVIRONMENTS.resolve("stage.yaml")),
        "prod",
        EnvironmentFile.read(ENVIRONMENTS.resolve("prod.yaml")));
  }

  private Path sound(String yaml) throws IOException {
    return Files.writeString(folder.resolve("test.yaml"), yaml);
  }
}
