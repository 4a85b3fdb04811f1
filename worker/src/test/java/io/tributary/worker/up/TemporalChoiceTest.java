package io.tributary.worker.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.worker.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalChoiceTest {
  @TempDir private Path folder = Path.of("");
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void takesAConfiguredServerBeforeABinary() throws IOException {
    TemporalChoice choice =
        choose(Map.of("TEMPORAL_ADDRESS", "temporal.example:7233", "PATH", binary()), false, true);

    assertThat(choice.kind()).isEqualTo(TemporalChoice.Kind.CONFIGURED);
    assertThat(choice.sandboxOption()).isEqualTo("none");
    assertThat(choice.sentence()).contains("temporal.example:7233");
  }

  @Test
  void takesTheNamedBinaryBeforeThatOfThePath() throws IOException {
    String onPath = binary();
    Path named = program(folder.resolve("named"));

    TemporalChoice choice =
        choose(Map.of("TEMPORAL_CLI_PATH", named.toString(), "PATH", onPath), false, true);

    assertThat(choice.kind()).isEqualTo(TemporalChoice.Kind.BINARY);
    assertThat(choice.sandboxOption()).isEqualTo(named.toString());
  }

  @Test
  void takesABinaryOfThePathBeforeADownload() throws IOException {
    TemporalChoice choice = choose(Map.of("PATH", "/nowhere:" + binary()), false, true);

    assertThat(choice.kind()).isEqualTo(TemporalChoice.Kind.BINARY);
    assertThat(asked).hasValue(0);
  }

  @Test
  void downloadsOnlyWhereTheInternetAnswersAndItIsAllowed() {
    assertThat(choose(Map.of(), false, true).kind()).isEqualTo(TemporalChoice.Kind.DOWNLOAD);
    assertThat(choose(Map.of(), false, false).kind()).isEqualTo(TemporalChoice.Kind.IN_PROCESS);
    assertThat(asked).hasValue(2);
    assertThat(choose(Map.of(), true, true).kind()).isEqualTo(TemporalChoice.Kind.IN_PROCESS);
    assertThat(asked).hasValue(2);
  }

  @Test
  void saysWhatTheInProcessServerLacksAndHowToGetAnother() {
    assertThat(choose(Map.of(), true, true).sentence())
        .contains("no schedules")
        .contains("no UI")
        .contains("TEMPORAL_ADDRESS")
        .contains("PATH");
  }

  @Test
  void refusesANamedFileThatIsNoProgram() {
    assertThatThrownBy(() -> choose(Map.of("TEMPORAL_CLI_PATH", "/nowhere/temporal"), false, true))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("/nowhere/temporal")
        .hasMessageContaining("TEMPORAL_CLI_PATH");
  }

  private TemporalChoice choose(Map<String, String> variables, boolean offline, boolean internet) {
    return TemporalChoice.of(
        variables,
        offline,
        () -> {
          asked.incrementAndGet();
          return internet;
        });
  }

  private String binary() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    program(bin.resolve("temporal"));
    return bin.toString();
  }

  private static Path program(Path file) throws IOException {
    Files.writeString(file, "#!/bin/sh\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
