package io.tributary.worker.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.worker.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void belongsToOneAtATime() throws IOException {
    StateFolder first = StateFolder.open(folder);
    assertThatThrownBy(() -> StateFolder.open(folder))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("--state");
    first.close();
    StateFolder.open(folder).close();
  }

  @Test
  void saysThatItCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> StateFolder.open(file.resolve("state")))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--state");
  }

  @Test
  void forgetsDataAndKeepsItsLockAndTheListOfProcesses() throws IOException {
    Files.createDirectories(folder.resolve("warehouse/data"));
    Files.writeString(folder.resolve("warehouse/data/x"), "");
    Files.createDirectories(folder.resolve("processes"));
    try (StateFolder state = StateFolder.open(folder)) {
      state.forget();
    }
    assertThat(folder.resolve("warehouse")).doesNotExist();
    assertThat(folder.resolve("processes")).exists();
    assertThat(folder.resolve("up.lock")).exists();
  }
}
