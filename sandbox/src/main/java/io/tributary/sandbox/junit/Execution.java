package io.tributary.sandbox.junit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code executions.jsonl}: a statement that really started or ended in the warehouse.
 *
 * @param time when, in the sandbox's time
 * @param statementId id the Data API gave it
 * @param name name its client gave it
 * @param token token its client gave it
 * @param sha256 of the SQL text as it was sent, in hexadecimal
 * @param event STARTED, FINISHED, FAILED or ABORTED
 */
public record Execution(
    Instant time,
    String statementId,
    @Nullable String name,
    @Nullable String token,
    String sha256,
    String event) {

  static List<Execution> readAll(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.map(Execution::read).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Execution read(String line) {
    try {
      var tree = new ObjectMapper().readTree(line);
      return new Execution(
          Instant.parse(tree.path("time").asText()),
          tree.path("statementId").asText(),
          tree.path("name").textValue(),
          tree.path("token").textValue(),
          tree.path("sha256").asText(),
          tree.path("event").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
