package io.tributary.activities.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.failure.ApplicationFailure;
import io.tributary.activities.evidence.FolderEvidence;
import io.tributary.workflows.environment.EnvironmentSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published is what every run gets, byte for byte. */
class EnvironmentStoreTest {
  @TempDir Path folder;
  private EnvironmentStore store;

  @BeforeEach
  void open() {
    store = new EnvironmentStore(new FolderEvidence(folder));
  }

  static List<Path> files() throws IOException {
    return EnvironmentFilesTest.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void loadsExactlyWhatWasPublished(Path file) {
    EnvironmentSpec spec = EnvironmentFile.read(file);
    String digest = store.publish(spec);
    assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(EnvironmentStore.digest(spec));
    assertThat(store.load(digest)).isEqualTo(spec);
    assertThat(store.newest(spec.name())).contains(digest);
    assertThat(folder.resolve("specs/" + digest + ".json")).exists();
    assertThat(folder.resolve(spec.name() + "/specification")).hasContent(digest + "\n");
  }

  @Test
  void publishingAgainChangesNothing() {
    EnvironmentSpec spec = sandbox();
    assertThat(store.publish(spec)).isEqualTo(store.publish(spec));
  }

  @Test
  void theDigestIsOfTheContentAndNotOfItsForm() throws IOException {
    Path file = folder.resolve("test.yaml");
    String before = digest(file, BadSpecificationTest.SOUND);
    String form =
        "# a comment\n"
            + BadSpecificationTest.SOUND.replace("{proof: DECLARED}", "\n  proof: \"DECLARED\"");
    assertThat(digest(file, form)).isEqualTo(before);
    String spelledOut =
        BadSpecificationTest.SOUND.replace("- name: marts", "- {name: marts, maxParallel: 4}");
    assertThat(digest(file, spelledOut)).isEqualTo(before);
    String changed =
        BadSpecificationTest.SOUND.replace("- name: marts", "- {name: marts, maxParallel: 5}");
    assertThat(digest(file, changed)).isNotEqualTo(before);
  }

  @Test
  void aFileThatWasChangedIsNotLoaded() throws IOException {
    String digest = store.publish(sandbox());
    Path file = folder.resolve("specs/" + digest + ".json");
    Files.writeString(file, Files.readString(file).replace("us-west-2", "us-east-1"));
    failsWith(
        "SPECIFICATION_INVALID", () -> store.load(digest), "was changed after it was published");
  }

  @Test
  void aSpecificationOfANewerVersionIsNotLoadedInPart() {
    byte[] newer =
        SpecJson.text(SpecJson.canonical(sandbox()))
            .replace("\"account\":{", "\"account\":{\"partition\":\"aws\",")
            .getBytes(StandardCharsets.UTF_8);
    String digest = SpecJson.digest(newer);
    new FolderEvidence(folder).write("specs/" + digest + ".json", newer);
    failsWith("SPECIFICATION_INVALID", () -> store.load(digest), "\"partition\" is not known");
  }

  @Test
  void aDigestThatNobodyPublishedIsUnknown() {
    failsWith("SPECIFICATION_UNKNOWN", () -> store.load("0".repeat(64)), "000");
    failsWith("SPECIFICATION_UNKNOWN", () -> store.load("../../etc/passwd"), "64 hex digits");
  }

  @Test
  void noneIsTheNewestBeforeTheFirst() {
    assertThat(store.newest("sandbox")).isEmpty();
  }

  private static String digest(Path file, String yaml) throws IOException {
    return EnvironmentStore.digest(EnvironmentFile.read(Files.writeString(file, yaml)));
  }

  private static EnvironmentSpec sandbox() {
    return EnvironmentFile.read(EnvironmentFilesTest.ENVIRONMENTS.resolve("sandbox.yaml"));
  }

  static void failsWith(String type, ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo(type);
              assertThat(failure.isNonRetryable()).isTrue();
            })
        .hasMessageContaining(message);
  }
}
