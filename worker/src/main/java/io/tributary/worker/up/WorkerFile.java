package io.tributary.worker.up;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What a worker tells its supervisor once it polls.
 *
 * @param pid its process id
 * @param health the address of {@code /health}
 * @param metrics the address of {@code /metrics}
 */
public record WorkerFile(long pid, String health, String metrics) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads the file; empty while there is none. */
  public static Optional<WorkerFile> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), WorkerFile.class));
    } catch (JacksonException e) {
      throw new IOException(file + " is not what a worker writes", e);
    }
  }

  /** Writes the file whole. */
  public void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.write(draft, JSON.writeValueAsBytes(this));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
